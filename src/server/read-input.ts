import type { ZodType } from "zod";
import { parseJson } from "../format/index.ts";
import { ApiError } from "./api-error.ts";
import { complaint } from "./complaint.ts";

/** Most bytes of a JSON body. */
const mostBytes = 1_048_576;

/** How long a JSON body may take to come, in milliseconds. */
const longest = 30_000;

/** Reads the query by its schema. Throws an {@link ApiError} `invalid_input`. */
export function readQuery(url: string, schema: ZodType): unknown {
  return checked(schema, Object.fromEntries(new URL(url).searchParams), "query");
}

/** Reads the body by its schema; an empty one is an empty object.
 *
 * @throws ApiError `invalid_input`, `too_large`, `timeout` */
export async function readBody(request: Request, schema: ZodType): Promise<unknown> {
  const text = await readText(request);
  return checked(schema, parsed(text), "body");
}

async function readText({ body, headers }: Request): Promise<string> {
  if (Number(headers.get("content-length")) > mostBytes) throw tooLarge();
  if (body === null) return "";
  const blocks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooLate()), longest);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.promise]);
      if (done) return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(blocks));
      size += value.length;
      if (size > mostBytes) throw tooLarge();
      blocks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof TypeError) throw invalid("The body is no UTF-8.", "Send JSON as UTF-8.");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return parseJson(text);
  } catch {
    throw invalid("The body is no JSON.", "Send one JSON object.");
  }
}

function checked(schema: ZodType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value, { error: complaint });
  if (result.success) return result.data;
  const fields = result.error.issues.map(
    ({ path, message }) => [path.join(".") || where, message] as const,
  );
  const [name, message] = fields[0]!;
  const what = name === where ? `The ${where}` : `\`${name}\` in the ${where}`;
  throw new ApiError(
    "invalid_input",
    `${what} ${message}${message.endsWith("?") ? "" : "."}`,
    "See the page of the API, /docs/api.",
    {
      fields: Object.fromEntries(fields),
    },
  );
}

function invalid(message: string, fix: string): ApiError {
  return new ApiError("invalid_input", message, fix);
}

function tooLarge(): ApiError {
  return new ApiError(
    "too_large",
    `The body has more than ${mostBytes} bytes.`,
    "Ask for less at a time. Files are sent to an upload URL.",
  );
}

function tooLate(): ApiError {
  return new ApiError("timeout", "The body did not come in time.", "Send it again.");
}
