import { itemTypeNames } from "../format/index.ts";
import type { ImportTask } from "../server/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import type { Connected } from "./connect.ts";
import { issueLine } from "./issue-line.ts";
import { formatBytes, formatCount } from "./numbers.ts";
import { printable } from "./printable.ts";
import { reconciliationText } from "./reconciliation-text.ts";

/** How many issues are shown before a person is sent to the list of them. */
const shown = 5;

/** What a person reads about an import: what it is, what was found, what became of it, and what to do next.
 *
 * @param again see {@link Connected} */
export function importText(task: ImportTask, { again }: Pick<Connected, "again">): string {
  const { id, state, paused, result, reconciliation, failure, uploaded_by: by } = task;
  const uploaded = `${task.created_at} by ${printable(by.name)}, ${formatBytes(task.size)}`;
  const facts: [string, string][] = [
    ["id", id],
    ["uploaded", uploaded],
    ["options", optionsText(task)],
  ];
  if (result !== null) facts.push(["found", foundText(result)]);
  const reason = task.history.at(-1)?.reason;
  if (reason && reason !== failure?.message) facts.push(["reason", printable(reason)]);
  if (failure !== null && state !== "completed") {
    facts.push(["failure", printable(failure.message)], ["to mend it", printable(failure.fix)]);
  }
  const head = `${mark(task)} ${pc.bold(printable(task.file_name))}: ${state.replaceAll("_", " ")}${paused ? ", paused" : ""}`;
  const lines = [head, ...facts.map(([name, text]) => `  ${pc.dim(name.padEnd(10))} ${text}`)];
  const errors = (result?.errors ?? []).slice(0, shown);
  if (errors.length > 0) lines.push("", ...errors.map(issueLine));
  if (reconciliation !== null) lines.push("", reconciliationText(reconciliation));
  const next = nextSteps(task);
  if (next.length > 0) {
    const steps = next.map((step) => pc.bold(`${commandName} ${step}${printable(again)}`));
    lines.push("", `  next: ${steps.join("\n     or ")}`);
  }
  return lines.join("\n");
}

function mark({ state }: ImportTask): string {
  if (state === "completed") return pc.green("✓");
  return /failed|cancelled/.test(state) ? pc.red("✗") : pc.cyan("·");
}

function optionsText({ mode, merge_custom, references, throttle }: ImportTask): string {
  return [
    mode,
    ...(merge_custom ? [] : ["custom data replaced as a whole"]),
    ...(references === "file" ? [] : ["references to the app, too"]),
    ...(throttle === null ? [] : [`at most ${formatCount(throttle, "item")} a second`]),
  ].join(", ");
}

function foundText({ stats: { total }, issues }: NonNullable<ImportTask["result"]>): string {
  const present = itemTypeNames.filter((type) => total[`${type}s`]! > 0);
  const items = present.map((type) => formatCount(total[`${type}s`]!, type.replaceAll("_", " ")));
  const { errors, warnings } = issues;
  const wrong =
    errors + warnings === 0
      ? "nothing wrong"
      : `${formatCount(errors, "error")}, ${formatCount(warnings, "warning")}`;
  return `${wrong} in ${items.join(", ") || "no items"}`;
}

function nextSteps({ id, state, paused, result, failure }: ImportTask): string[] {
  if (paused) return [`imports resume ${id}`];
  switch (state) {
    case "waiting_confirmation":
      return [`imports confirm ${id}`, `imports reject ${id} --reason "..."`];
    case "analyze_failed":
      return failure === null ? [`imports issues ${id}`] : [];
    case "import_failed":
      return [`imports resume ${id}`];
    case "completed":
    case "cancelled":
      return (result?.issues.warnings ?? 0) > 0 ? [`imports issues ${id}`] : [];
    default:
      return [`imports watch ${id}`];
  }
}
