import { Button, Menu, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { createLink, useRouteContext } from "@tanstack/react-router";
import { appsQuery } from "../api/apps-query.ts";

const MenuLink = createLink(Menu.Item<"a">);

/** Switches between the apps. */
export function AppPicker({ app }: { readonly app: string | undefined }) {
  const { account } = useRouteContext({ from: "/_signed-in" });
  const { data: apps = [] } = useQuery(appsQuery(account));
  return (
    <Menu width={240} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          rightSection={<span aria-hidden>▾</span>}
          maw={200}
        >
          <Text span truncate>
            {app ?? "Choose an app"}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {apps.map((name) => (
          <MenuLink key={name} component="a" to="/apps/$app" params={{ app: name }}>
            {name}
          </MenuLink>
        ))}
        {apps.length > 0 && <Menu.Divider />}
        <MenuLink component="a" to="/apps">
          All apps
        </MenuLink>
      </Menu.Dropdown>
    </Menu>
  );
}
