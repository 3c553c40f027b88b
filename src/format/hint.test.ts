import { expect, test } from "vitest";
import { explanations } from "./explanations.ts";
import { hint } from "./hint.ts";

const missing = {
  code: "user_not_found",
  pointer: "/user",
  field: "user",
  target: "anna",
  label: "",
} as const;

test("a reference one edit away from something that is there", () => {
  expect(hint(missing, "ana")).toBe("did you mean `ana`?");
});

test("a reference to nothing near", () => {
  expect(hint(missing)).toBe(explanations.user_not_found.mend);
});

test("an item type nearly right", () => {
  const issue = { code: "invalid_item_type", pointer: "/type", value: "users" } as const;
  expect(hint({ ...issue, suggestion: "user" })).toBe("did you mean `user`?");
  expect(hint({ ...issue, suggestion: undefined })).toBe(explanations.invalid_item_type.mend);
});

test("text in another encoding says how to convert it", () => {
  const issue = { code: "wrong_encoding", pointer: "", encoding: "UTF-16BE" } as const;
  expect(hint(issue)).toContain("iconv -f UTF-16BE -t UTF-8");
});

test("a value that is none of those allowed", () => {
  const issue = { code: "invalid_value", pointer: "", field: "type", value: "x" } as const;
  expect(hint({ ...issue, allowed: "regular, reply" })).toBe("allowed: regular, reply");
});

test("custom data says how large it is", () => {
  const issue = { code: "custom_data_too_large", pointer: "", size: 6001, max: 5120 } as const;
  expect(hint(issue)).toContain("6001 bytes");
});
