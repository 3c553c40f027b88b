import { pc } from "./colours.ts";
import { printable } from "./printable.ts";

/** An entry of the server's log. */
interface Entry {
  readonly level: number;
  readonly time: string;
  readonly msg?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly import?: string;
  readonly file?: string;
  readonly state?: string;
  readonly failure?: { readonly message: string };
  readonly err?: { readonly message: string };
}

/** Where the server's log goes on a terminal: a line that people read for each entry, to standard error. */
export const terminalLog = {
  write(line: string): void {
    console.error(entryText(JSON.parse(line) as Entry));
  },
};

function entryText(entry: Entry): string {
  const time = pc.dim(entry.time.slice(11, 19));
  const { method, path, status, ms } = entry;
  if (method !== undefined) {
    return `${time} ${method} ${printable(path!)} ${statusText(status!)} ${pc.dim(`${ms} ms`)}`;
  }
  const why = entry.failure?.message ?? entry.err?.message;
  const words = [
    entry.msg!,
    ...(entry.import === undefined
      ? []
      : [`${entry.import} ${entry.file!}: ${entry.state!.replaceAll("_", " ")}`]),
    ...(why === undefined ? [] : [why]),
  ];
  const text = printable(words.join(": "));
  return `${time} ${entry.level >= 50 ? pc.red(text) : entry.level >= 40 ? pc.yellow(text) : text}`;
}

function statusText(status: number): string {
  const text = String(status);
  return status >= 500 ? pc.red(text) : status >= 400 ? pc.yellow(text) : pc.green(text);
}
