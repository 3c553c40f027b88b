import { NavLink, Text } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

const NavigationLink = createLink(NavLink<"a">);

const lists = [
  ["Users", "/apps/$app/explorer/users"],
  ["Channels", "/apps/$app/explorer/channels"],
  ["Messages", "/apps/$app/explorer/messages"],
  ["Devices", "/apps/$app/explorer/devices"],
] as const;

/** The lists of what is in an app. */
export function ExplorerLinks({ app }: { readonly app: string }) {
  return (
    <div role="group" aria-labelledby="explorer">
      <Text id="explorer" size="sm" fw={600} c="dimmed" mt="md" mb={4} px="sm">
        Explorer
      </Text>
      {lists.map(([label, to]) => (
        <NavigationLink
          key={label}
          to={to}
          params={{ app }}
          label={label}
          activeOptions={{ includeSearch: false }}
          activeProps={{ active: true }}
        />
      ))}
    </div>
  );
}
