import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { accounts } from "../api/accounts.ts";
import { accountQuery } from "../api/account-query.ts";
import { linkToken } from "../api/link-token.ts";
import { Door } from "../parts/door.tsx";
import { Failure } from "../parts/failure.tsx";
import { fieldOf } from "../parts/field-of.ts";
import { PasswordField } from "../parts/password-field.tsx";

export const Route = createFileRoute("/setup")({ component: SetUp });

/** Where the link leads that the first start prints. */
function SetUp() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const setUp = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const [email, password] = [fieldOf(form, "email"), fieldOf(form, "password")];
      await accounts.setUp({ token: linkToken(), email, name: fieldOf(form, "name"), password });
      return accounts.signIn(email, password);
    },
    onSuccess: async (account) => {
      queryClient.setQueryData(accountQuery.queryKey, account);
      await navigate({ to: "/" });
    },
  });
  return (
    <Door
      title="Make the first account"
      about="It is an admin: it may do everything, in all apps, and makes accounts for others."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate(event.currentTarget);
        }}
      >
        <Stack>
          <TextInput label="Name" name="name" maxLength={100} autoComplete="name" required />
          <TextInput
            label="E-mail address"
            name="email"
            type="email"
            maxLength={254}
            autoComplete="username"
            required
          />
          <PasswordField />
          <Failure error={setUp.error} />
          <Button type="submit" loading={setUp.isPending}>
            Make the account
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
