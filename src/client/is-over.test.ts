import { expect, test } from "vitest";
import { importStateNames, importStates } from "../store/index.ts";
import { isOver } from "./is-over.ts";

test("an import is over in the states that none follows on", () => {
  const over = importStateNames.filter((state) => isOver({ state }));
  expect(over).toEqual(importStateNames.filter((state) => importStates[state].length === 0));
});
