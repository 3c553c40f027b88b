import { Group, Text } from "@mantine/core";
import icon from "../icon.svg";

/** The mark and the name. */
export function Logo() {
  return (
    <Group gap={8} wrap="nowrap">
      <img src={icon} alt="" width={28} height={28} />
      <Text fw={700} visibleFrom="xs">
        Chatferry
      </Text>
    </Group>
  );
}
