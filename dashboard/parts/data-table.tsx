import { Paper, Table } from "@mantine/core";
import type { ReactNode } from "react";

/** A column of a table. */
export interface Column<Row> {
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. Default: start. */
  readonly align?: "start" | "end";
  /** How the rows are sorted by it. Default: not at all. */
  readonly sorted?: "ascending" | "descending" | undefined;
}

/** A table of what a list gives; what is wider than the page is reached by scrolling in it, by keyboard too. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
}: {
  /** What is listed, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  return (
    <Paper
      withBorder
      pos="relative"
      style={{ overflowX: "auto" }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table
        miw={columns.length * 120}
        highlightOnHover
        verticalSpacing="sm"
        horizontalSpacing="md"
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header, align = "start", sorted }, n) => (
              <Table.Th key={n} ta={align} aria-sort={sorted} style={{ whiteSpace: "nowrap" }}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ cell, align = "start" }, n) => (
                <Table.Td key={n} ta={align}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
