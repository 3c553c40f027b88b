import { Button, Menu, Text, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createLink, useNavigate, useRouteContext } from "@tanstack/react-router";
import { accounts } from "../api/accounts.ts";

const MenuLink = createLink(Menu.Item<"a">);

const schemes = { light: "Light", dark: "Dark", auto: "As the system" } as const;

/** Who is signed in, light or dark, and the way out. */
export function AccountMenu() {
  const { account } = useRouteContext({ from: "/_signed-in" });
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: accounts.signOut,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <Menu width={240} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" maw={160}>
          <Text span truncate dir="auto">
            {account.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        {account.admin && (
          <MenuLink component="a" to="/accounts">
            Accounts
          </MenuLink>
        )}
        <Menu.Divider />
        {Object.entries(schemes).map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            onClick={() => setColorScheme(scheme as keyof typeof schemes)}
            rightSection={scheme === colorScheme && <span aria-hidden>✓</span>}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
