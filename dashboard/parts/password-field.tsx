import { PasswordInput } from "@mantine/core";

/** Asks for a new password. */
export function PasswordField() {
  return (
    <PasswordInput
      label="Password"
      description="12 characters or more"
      name="password"
      minLength={12}
      maxLength={128}
      autoComplete="new-password"
      required
    />
  );
}
