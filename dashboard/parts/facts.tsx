import { Box, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Facts, each under its name; those without a value are left out. */
export function Facts({ facts }: { readonly facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className={classes["facts"]}>
      {Object.entries(facts).map(
        ([name, value]) =>
          value != null && (
            <Box key={name} miw={0}>
              <Text component="dt" size="sm" c="dimmed">
                {name}
              </Text>
              <Text component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
                {value}
              </Text>
            </Box>
          ),
      )}
    </dl>
  );
}
