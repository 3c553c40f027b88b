import { Badge, Button, VisuallyHidden } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { EditAccount } from "../../accounts/edit-account.tsx";
import { NewAccount } from "../../accounts/new-account.tsx";
import { accountsQuery } from "../../api/accounts-query.ts";
import { appsQuery } from "../../api/apps-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Time } from "../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/accounts")({
  loader: ({ context: { queryClient, account } }) =>
    Promise.all([
      queryClient.query({ ...accountsQuery, staleTime: "static" }),
      queryClient.query({ ...appsQuery(account), staleTime: "static" }),
    ]),
  component: Accounts,
});

function Accounts() {
  const { account: own } = Route.useRouteContext();
  const { data: accounts } = useSuspenseQuery(accountsQuery);
  const { data: apps } = useSuspenseQuery(appsQuery(own));
  const [open, setOpen] = useState<string>();
  const edited = accounts.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader title="Accounts" about="Who may sign in here, and what they may do.">
        <Button onClick={() => setOpen("new")}>New account</Button>
      </PageHeader>
      <DataTable
        label="List of accounts"
        rows={accounts}
        keyOf={({ id }) => id}
        columns={[
          { header: "Name", cell: ({ name }) => <bdi>{name}</bdi> },
          { header: "E-mail address", cell: ({ email }) => email },
          {
            header: "May",
            cell: ({ admin, roles }) =>
              admin
                ? "everything (admin)"
                : Object.entries(roles)
                    .map(([app, role]) => `${role} of ${app}`)
                    .join(", ") || "nothing yet",
          },
          {
            header: "Password",
            cell: ({ active }) => (
              <Badge variant="light" tt="none" radius="sm" color={active ? "green" : "yellow"}>
                {active ? "set" : "not set yet"}
              </Badge>
            ),
          },
          { header: "Made", cell: ({ created_at }) => <Time at={created_at} /> },
          {
            header: <VisuallyHidden>Actions</VisuallyHidden>,
            cell: ({ id, name }) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Change: ${name}`}
                onClick={() => setOpen(id)}
              >
                Change
              </Button>
            ),
          },
        ]}
      />
      {open === "new" && <NewAccount apps={apps} onClose={close} />}
      {edited && (
        <EditAccount account={edited} apps={apps} own={edited.id === own.id} onClose={close} />
      )}
    </>
  );
}
