import { AppShell, Burger, Group, NavLink } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { createLink, Outlet, useParams, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ButtonLink } from "../parts/button-link.tsx";
import { Logo } from "../parts/logo.tsx";
import { TextLink } from "../parts/text-link.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AppPicker } from "./app-picker.tsx";
import { ExplorerLinks } from "./explorer-links.tsx";

const NavigationLink = createLink(NavLink<"a">);

/** What stands around every page for who is signed in: apps at the top, pages at the side. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure();
  const { app } = useParams({ strict: false });
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = useRef(path);
  // Who reads with a screen reader or moves by keyboard goes on at the new page, not at the old link.
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
    close();
  }, [path, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !open, desktop: !app } }}
      padding="lg"
    >
      <a className="skip-link" href="#main">
        To the content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {app !== undefined && (
              <Burger
                opened={open}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label="Navigation"
                aria-expanded={open}
              />
            )}
            <TextLink to="/apps" underline="never" c="inherit" aria-label="Chatferry: all apps">
              <Logo />
            </TextLink>
            <AppPicker app={app} />
          </Group>
          <Group gap="xs" wrap="nowrap">
            {app !== undefined && (
              <ButtonLink
                to="/apps/$app/settings"
                params={{ app }}
                variant="default"
                size="compact-md"
                visibleFrom="sm"
              >
                App Settings
              </ButtonLink>
            )}
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Pages of the app">
        {app !== undefined && (
          <>
            <NavigationLink
              to="/apps/$app"
              params={{ app }}
              label="Overview"
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ active: true }}
            />
            <NavigationLink
              to="/apps/$app/settings"
              params={{ app }}
              label="App Settings"
              activeProps={{ active: true }}
            />
            <ExplorerLinks app={app} />
          </>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
