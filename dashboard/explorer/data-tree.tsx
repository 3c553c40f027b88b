import classes from "./data-tree.module.css";

/** Levels that are open from the start. */
const open = 2;

/** Custom data as a tree, whose branches open and close. */
export function DataTree({
  entries,
  level = 0,
}: {
  readonly entries: readonly (readonly [string, unknown])[];
  /** How deep it stands in another tree. Default: 0 */
  readonly level?: number;
}) {
  return (
    <ul className={classes["tree"]}>
      {entries.map(([name, value]) => (
        <li key={name}>
          {isBranch(value) ? (
            <details open={level < open}>
              <summary>
                <bdi className={classes["name"]}>{name}</bdi>{" "}
                <span className={classes["size"]}>{sizeOf(value)}</span>
              </summary>
              <DataTree entries={Object.entries(value)} level={level + 1} />
            </details>
          ) : (
            <>
              <bdi className={classes["name"]}>{name}</bdi>{" "}
              <bdi className={classes[typeof value]}>{wordsOf(value)}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function sizeOf(value: object): string {
  const size = Object.keys(value).length;
  const [one, many] = Array.isArray(value) ? ["entry", "entries"] : ["field", "fields"];
  return `${size} ${size === 1 ? one : many}`;
}

function wordsOf(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
