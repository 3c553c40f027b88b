import { Paper, Table, Title } from "@mantine/core";
import { DataTree } from "./data-tree.tsx";
import { fieldLabel } from "./field-label.ts";
import { FieldValue } from "./field-value.tsx";
import type { FieldView } from "./item-views.ts";

/** Every field of an item that is set, and its custom data behind them. */
export function ItemFields({
  app,
  item,
  views,
}: {
  readonly app: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly views: Readonly<Record<string, FieldView>>;
}) {
  const fields = Object.entries(views).filter(
    ([name, view]) => view !== "elsewhere" && isSet(item[name]),
  );
  const custom = Object.entries(item).filter(
    ([name]) => !Object.hasOwn(views, name) && name !== "custom",
  );
  const hidden = Object.entries(item["custom"] ?? {});
  const data = [...custom, ...hidden];
  return (
    <>
      <Paper
        withBorder
        style={{ overflowX: "auto" }}
        tabIndex={0}
        role="region"
        aria-label="Fields"
      >
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Tbody>
            {fields.map(([name, view]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" w={{ base: 120, sm: 200 }} style={{ verticalAlign: "top" }}>
                  {fieldLabel(name)}
                </Table.Th>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  <FieldValue app={app} value={item[name]} view={view} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      {data.length > 0 && (
        <>
          <Title order={2} mt="lg" mb="xs">
            Custom data
          </Title>
          <Paper
            withBorder
            p="md"
            tabIndex={0}
            role="region"
            aria-label="Custom data"
            style={{ overflowX: "auto" }}
          >
            <DataTree entries={data} />
          </Paper>
        </>
      )}
    </>
  );
}

function isSet(value: unknown): boolean {
  if (value === undefined || value === "") return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}
