import type { IssueRecord } from "../../src/analyse/browser.ts";

/** How far the check of a file in the browser is, or what it found. */
export type FileCheck =
  | {
      readonly kind: "checking";
      /** From 0 to 1. */
      readonly share: number;
      /** Found so far. */
      readonly issues: number;
    }
  | {
      readonly kind: "checked";
      readonly issues: {
        readonly errors: number;
        readonly warnings: number;
        readonly by_code: Readonly<Record<string, number>>;
      };
      /** The first issue of each code. */
      readonly first: readonly IssueRecord[];
      /** Items by type. */
      readonly stats: Readonly<Record<string, number>>;
    }
  | { readonly kind: "failed"; readonly message: string };
