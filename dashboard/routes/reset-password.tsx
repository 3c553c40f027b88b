import { Button, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { accounts } from "../api/accounts.ts";
import { accountQuery } from "../api/account-query.ts";
import { linkToken } from "../api/link-token.ts";
import { Door } from "../parts/door.tsx";
import { Failure } from "../parts/failure.tsx";
import { fieldOf } from "../parts/field-of.ts";
import { PasswordField } from "../parts/password-field.tsx";

export const Route = createFileRoute("/reset-password")({ component: ResetPassword });

/** Where a link leads that an admin made. */
function ResetPassword() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const reset = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const password = fieldOf(form, "password");
      const { email } = await accounts.resetPassword(linkToken(), password);
      return accounts.signIn(email, password);
    },
    onSuccess: async (account) => {
      queryClient.clear();
      queryClient.setQueryData(accountQuery.queryKey, account);
      await navigate({ to: "/" });
    },
  });
  return (
    <Door title="Set your password" about="Whoever is signed in to the account is signed out.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate(event.currentTarget);
        }}
      >
        <Stack>
          <PasswordField />
          <Failure error={reset.error} />
          <Button type="submit" loading={reset.isPending}>
            Set the password
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
