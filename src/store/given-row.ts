import type { ItemTypeName } from "../format/index.ts";
import type { Row } from "./row.ts";

/** What one item of a load gives. */
export interface GivenRow {
  readonly type: ItemTypeName;
  readonly row: Row;
}
