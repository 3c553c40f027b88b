import { giveBack, takeTools } from "./chunk-tools.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import type { KeyMap } from "./key-map.ts";
import type { PlainItems } from "./plain-items.ts";

/** What passes over plain elements of which nothing is to be reported; disposing of it gives it back. */
export interface ReportReader extends Disposable {
  readonly plain: PlainItems;
}

/** Makes ready to pass over them; nothing where teams matter, which are not plain.
 *
 * @param missing keys that nothing defines
 * @param bits what the verdicts say, by the ordinal of an item */
export function openReportReader(
  missing: KeyMap,
  bits: ReadonlyMap<number, number>,
  options: ChunkOptions,
): ReportReader | undefined {
  const tools = takeTools(options);
  const { plain } = tools;
  if (plain === undefined) {
    giveBack(tools, options);
    return undefined;
  }
  plain.beginReport(missing.keys(), Uint32Array.from(bits.keys()).sort());
  return {
    plain,
    [Symbol.dispose]: () => {
      plain.endReport();
      giveBack(tools, options);
    },
  };
}
