import { Center, Loader } from "@mantine/core";

/** What is shown while a page takes its time. */
export function LoadingPage() {
  return (
    <Center mih={240} role="status" aria-label="Loading">
      <Loader />
    </Center>
  );
}
