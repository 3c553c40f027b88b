import type { Actor, App, ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";

/** Who wants to decide about an import, and as what. An app's server tokens are operators. */
export interface Decider {
  readonly by: Actor;
  readonly role: "operator" | "uploader";
}

/** Throws an {@link ImportError} `confirm_not_permitted` unless they may: operators always; who uploaded the file where the app lets them. */
export function mustMayDecide(
  { name, confirm }: Pick<App, "name" | "confirm">,
  { uploadedBy }: Pick<ImportRecord, "uploadedBy">,
  { by, role }: Decider,
): void {
  if (role === "operator") return;
  const own = by.kind === uploadedBy.kind && by.name === uploadedBy.name;
  if (own && confirm !== "operator") return;
  throw new ImportError(
    "confirm_not_permitted",
    confirm === "operator"
      ? `In the app "${name}", imports are confirmed by an operator.`
      : `In the app "${name}", an import is confirmed by who uploaded it or by an operator.`,
    "Ask an operator of the app.",
  );
}
