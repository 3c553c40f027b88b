import { StoreError } from "../../store/index.ts";

/** Waits for an answer of the store. Where it refuses what was asked, it speaks of the parameters of the request.
 *
 * @param names what the request calls what the store calls `filter`, and the like */
export async function inTermsOf<T>(
  names: Readonly<Record<string, string>>,
  asked: Promise<T>,
): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const [first = ""] = /^\w+/.exec(error.message) ?? [];
    const name = Object.hasOwn(names, first) ? names[first] : undefined;
    if (!error.code.startsWith("invalid_") || name === undefined) throw error;
    throw new StoreError(error.code, name + error.message.slice(first.length), error.fix, error);
  }
}
