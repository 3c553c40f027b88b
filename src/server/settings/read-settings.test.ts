import { expect, test } from "vitest";
import { readSettings } from "./read-settings.ts";

test("a flag wins over the environment, the environment over the default", () => {
  const env = { CHATFERRY_PORT: "9000", CHATFERRY_MAX_UPLOAD: "1.5 GiB", CHATFERRY_HOST: "" };
  expect(readSettings({ port: "0" }, env)).toMatchObject({
    port: 0,
    maxUpload: 1_610_612_736,
    host: "127.0.0.1",
    uploadExpiry: 3600,
    publicUrl: undefined,
  });
});

test.for([
  ["CHATFERRY_PORT", "70000", "a whole number from 0 to 65535"],
  ["CHATFERRY_PORT", "8e3", "a whole number from 0 to 65535"],
  ["CHATFERRY_UPLOAD_EXPIRY", "0", "a whole number of seconds from 1 to 604800"],
  ["CHATFERRY_RATE_LIMIT", "-1", "a number from 0 to 1000000"],
  ["CHATFERRY_MAX_UPLOAD", "many", "a size from 0 to 1000TB, such as 300MB, 64MiB or 65536"],
  ["CHATFERRY_LOG_LEVEL", "loud", "silent, error, warn, info, debug"],
  [
    "PUBLIC_URL",
    "chat.example.com",
    "an address that begins with http:// or https://, such as https://chat.example.com",
  ],
] as const)("%s=%s is refused, and what is allowed is said", ([name, value, allowed]) => {
  expect(() => readSettings({}, { [name]: value })).toThrow(
    expect.objectContaining({
      message: `${name} is ${JSON.stringify(value)}`,
      fix: `set it to ${allowed}`,
    }),
  );
});

test("all that are wrong are named at once", () => {
  expect(() => readSettings({ port: "x" }, { CHATFERRY_LEASE: "1" })).toThrow(
    expect.objectContaining({
      message: '--port is "x", and CHATFERRY_LEASE is "1"',
      fix: "set --port to a whole number from 0 to 65535; set CHATFERRY_LEASE to a whole number of seconds from 2 to 600",
    }),
  );
});

test("a wrong flag is named as it was given", () => {
  expect(() => readSettings({ port: "x" })).toThrow('--port is "x"');
});

test("the slash at the end of an address is cut", () => {
  expect(readSettings({ publicUrl: "https://Chat.example.com/a/" }).publicUrl).toBe(
    "https://chat.example.com/a",
  );
});
