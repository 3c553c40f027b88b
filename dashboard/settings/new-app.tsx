import { Button, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AppSettings } from "../../src/client/index.ts";
import { accounts } from "../api/accounts.ts";
import { Failure } from "../parts/failure.tsx";
import { fieldOf } from "../parts/field-of.ts";

/** The dialog that makes an app; its settings follow, where it gets a key. */
export function NewApp({ onClose }: { readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [mode, setMode] = useState<AppSettings["mode"]>("development");
  const create = useMutation({
    mutationFn: (form: HTMLFormElement) => accounts.createApp(fieldOf(form, "name"), mode),
    onSuccess: async ({ name: app }) => {
      await queryClient.invalidateQueries({ queryKey: ["apps"] });
      await navigate({ to: "/apps/$app/settings", params: { app } });
    },
  });
  return (
    <Modal opened onClose={onClose} title="New app">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(event.currentTarget);
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            description="Letters, digits, _ and -; it cannot be changed"
            name="name"
            pattern="[\w\-]{1,64}"
            required
            data-autofocus
          />
          <Radio.Group label="Mode" value={mode} onChange={setMode}>
            <Stack gap="xs" mt="xs">
              <Radio value="development" label="Development" description="Takes imports." />
              <Radio value="production" label="Production" description="Takes none." />
            </Stack>
          </Radio.Group>
          <Failure error={create.error} />
          <Button type="submit" loading={create.isPending}>
            Make the app
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
