import { Button, Menu } from "@mantine/core";

const formats = { json: "JSON", jsonl: "JSON Lines", csv: "CSV" };

/** Saves the report as a file. */
export function ReportDownloads({ app, id }: { readonly app: string; readonly id: string }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">Download the report</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(formats).map(([format, label]) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={`/imports/${id}/report?${new URLSearchParams({ app, format })}`}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
