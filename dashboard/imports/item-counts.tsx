import type { ImportTask } from "../../src/server/index.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { numberWords } from "../parts/number-words.ts";

type Row = readonly [type: string, counts: Readonly<Record<string, number>>];

const columns = {
  in_file: "In the file",
  created: "Created",
  updated: "Updated",
  unchanged: "Unchanged",
  skipped: "Skipped",
};

/** How many items of each type a file has and, when it was loaded, what became of them. */
export function ItemCounts({ task }: { readonly task: ImportTask }) {
  const rows: Row[] = task.reconciliation
    ? Object.entries(task.reconciliation)
    : Object.entries(task.result?.stats.total ?? {}).map(([types, in_file]) => [
        types.replace(/s$/, ""),
        { in_file },
      ]);
  const shown = rows.filter(([, { in_file = 0 }]) => in_file > 0);
  const names = Object.entries(columns).filter(([name]) => shown[0] && name in shown[0][1]);
  if (shown.length === 0) return null;
  return (
    <DataTable<Row>
      label="Items of the file"
      keyOf={([type]) => type}
      rows={shown}
      columns={[
        { header: "Type", cell: ([type]) => type.replaceAll("_", " ") },
        ...names.map(([name, header]): Column<Row> => ({
          header,
          align: "end",
          cell: ([, counts]) => numberWords(counts[name] ?? 0),
        })),
      ]}
    />
  );
}
