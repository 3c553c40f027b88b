import type { Issue } from "../format/index.ts";

/** Where elements stand: first byte and first byte after, from the beginning of the source. */
export interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Elements that JSON.parse could read, one behind the other. */
export interface Elements {
  readonly kind: "elements";
  readonly values: readonly unknown[];
  /** Whether the text they come from has escapes of U+0000 or of surrogates. */
  readonly suspectText: boolean;
  /** Where each stands; found out only when asked. */
  readonly places: () => Places;
  /** The text of those that may have a name twice, by their index; found out only when asked. */
  readonly doubtful: () => ReadonlyMap<number, string>;
}

/** A stretch that is no JSON. */
export interface Broken {
  readonly kind: "broken";
  readonly issue: Issue;
  /** Where it is wrong. */
  readonly at: number;
  /** The stretch itself: from the element that begins there to where reading goes on. */
  readonly start: number;
  readonly end: number;
  /** Whether an element is lost in it, which then counts as one. */
  readonly element: boolean;
}

/** What a chunk is read as, in the order of the file. */
export type Segment = Elements | Broken;

/** Where reading stands between two segments. */
export interface Position {
  /** The first byte not read yet. */
  readonly offset: number;
  /** Whether the list that the file is has been closed. */
  readonly closed: boolean;
  /** Whether nothing but white space stands between it and the opening bracket, so that a closing one may follow. */
  readonly opening?: boolean;
}

/** Says that the text is no JSON. */
export function malformed(reason: string): Issue {
  return { code: "malformed_json", pointer: "", reason };
}

/** What every reader says where the text ends too early. */
export const unexpectedEnd = "unexpected end of JSON input";
