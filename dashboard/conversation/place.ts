import { startOfDay } from "./start-of-day.ts";

/** Where a conversation is, as it stands in the address. */
export interface Place {
  /** The id of a message to be shown. */
  readonly at?: string | undefined;
  /** A day of the reader's calendar to begin at: `2024-05-01`. */
  readonly date?: string | undefined;
  /** The id of the message whose thread is open. */
  readonly thread?: string | undefined;
  /** Whether it is open how far members have read. */
  readonly reads?: true | undefined;
}

/** Reads where a conversation is from an address. */
export function readPlace({ at, date, thread, reads }: Record<string, unknown>): Place {
  return {
    at: textOf(at),
    date: typeof date === "string" && !Number.isNaN(startOfDay(date)) ? date : undefined,
    thread: textOf(thread),
    reads: reads === true ? true : undefined,
  };
}

/** Ids that look like numbers are read as such. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
