import { explanations, type IssueCode, isItemTypeName } from "../../src/format/index.ts";

/** Which issues are shown, as the address has it. */
export interface IssuesFilter {
  readonly code?: IssueCode;
  /** Of the items. */
  readonly type?: string;
  /** What stands in their sentence, id or item. */
  readonly text?: string;
}

/** Reads the filter from an address; what makes no sense is left out. */
export function issuesFilter({ code, type, text }: Record<string, unknown>): IssuesFilter {
  return {
    ...(typeof code === "string" &&
      Object.hasOwn(explanations, code) && { code: code as IssueCode }),
    ...(typeof type === "string" && isItemTypeName(type) && { type }),
    ...(typeof text === "string" && text !== "" && { text }),
  };
}
