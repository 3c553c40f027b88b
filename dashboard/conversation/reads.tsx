import { Text } from "@mantine/core";
import type { ChannelStateBody } from "../../src/server/index.ts";
import { UserLink } from "../explorer/user-link.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { numberWords } from "../parts/number-words.ts";
import { SidePanel } from "../parts/side-panel.tsx";
import { Time } from "../parts/time.tsx";

/** How far members have read, beside the conversation: the hundred who read last. */
export function Reads({
  app,
  read,
  onClose,
}: {
  readonly app: string;
  readonly read: ChannelStateBody["read"];
  readonly onClose: () => void;
}) {
  return (
    <SidePanel title="How far members have read" onClose={onClose}>
      {read.length === 0 ? (
        <Text c="dimmed">The import does not say of any member how far they have read.</Text>
      ) : (
        <DataTable
          label="Members"
          rows={read}
          keyOf={({ user }) => user.id}
          columns={[
            { header: "Member", cell: ({ user }) => <UserLink app={app} user={user} /> },
            { header: "Has read until", cell: ({ last_read }) => <Time at={last_read} /> },
            {
              header: "Unread",
              align: "end",
              cell: ({ unread_messages }) => numberWords(unread_messages),
            },
          ]}
        />
      )}
    </SidePanel>
  );
}
