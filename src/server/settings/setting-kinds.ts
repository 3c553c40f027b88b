import { byteSizeText, parseByteSize } from "./parse-byte-size.ts";
import type { SettingKind } from "./setting.ts";

/** An e-mail address with a domain of at least two parts. Source: HTML Standard, valid e-mail address. Not by zod, which every command would load for it. */
const emailPattern =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** Any text but an empty one. */
export function text(allowed: string): SettingKind<string> {
  return { allowed, read: (text) => (text === "" ? undefined : text) };
}

/** A text of some length, in UTF-16 units. */
export function longText(least: number, most: number): SettingKind<string> {
  return {
    allowed: `a text of ${least} to ${most} characters`,
    read: (text) => (within(text.length, least, most) === undefined ? undefined : text),
  };
}

/** An e-mail address. */
export const email: SettingKind<string> = {
  allowed: "an e-mail address",
  read: (text) => (emailPattern.test(text) ? text : undefined),
};

/** One of some words. */
export function choice<Word extends string>(...words: readonly Word[]): SettingKind<Word> {
  return {
    allowed: words.join(", "),
    read: (text) => words.find((word) => word === text),
  };
}

/** A whole number within a range.
 *
 * @param unit what is counted, as in `seconds` */
export function integer(least: number, most: number, unit?: string): SettingKind<number> {
  return {
    allowed: `a whole number${unit ? ` of ${unit}` : ""} from ${least} to ${most}`,
    read: (text) => (/^\d{1,15}$/.test(text) ? within(Number(text), least, most) : undefined),
  };
}

/** A number within a range. */
export function number(least: number, most: number): SettingKind<number> {
  return {
    allowed: `a number from ${least} to ${most}`,
    read: (text) =>
      /^\d{1,15}(\.\d{1,15})?$/.test(text) ? within(Number(text), least, most) : undefined,
  };
}

/** A number of bytes within a range. */
export function bytes(least: number, most: number): SettingKind<number> {
  return {
    allowed: `a size from ${byteSizeText(least)} to ${byteSizeText(most)}, such as 300MB, 64MiB or 65536`,
    read: (text) => within(parseByteSize(text) ?? NaN, least, most),
  };
}

/** The address of a site, without the slash at its end. */
export const url: SettingKind<string> = {
  allowed: "an address that begins with http:// or https://, such as https://chat.example.com",
  read: (text) => {
    const parsed = URL.parse(text);
    if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.search || parsed.hash) return;
    if (parsed.username || parsed.password) return;
    return parsed.href.replace(/\/+$/, "");
  },
};

/** The address of a PostgreSQL database. */
export const databaseUrl: SettingKind<string> = {
  allowed:
    "an address that begins with postgres://, such as postgres://user:password@host/chatferry",
  read: (text) => (/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "") ? text : undefined),
};

function within(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined;
}
