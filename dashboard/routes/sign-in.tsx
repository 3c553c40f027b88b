import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import { accounts } from "../api/accounts.ts";
import { accountQuery } from "../api/account-query.ts";
import { Door } from "../parts/door.tsx";
import { Failure } from "../parts/failure.tsx";
import { fieldOf } from "../parts/field-of.ts";

export const Route = createFileRoute("/sign-in")({
  /** `to` is where to go then: a path of the dashboard, and nothing else. */
  validateSearch: ({ to }): { to?: string } =>
    typeof to === "string" && /^\/dashboard(?:[/?]|$)/.test(to) ? { to } : {},
  component: SignIn,
});

function SignIn() {
  const { to = "/dashboard" } = Route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const signIn = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      accounts.signIn(fieldOf(form, "email"), fieldOf(form, "password")),
    onSuccess: async (account) => {
      queryClient.clear();
      queryClient.setQueryData(accountQuery.queryKey, account);
      await router.navigate({ href: to });
    },
  });
  return (
    <Door title="Sign in" about="With the account that an admin of this server made for you.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(event.currentTarget);
        }}
      >
        <Stack>
          <TextInput
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
          />
          <Failure error={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
