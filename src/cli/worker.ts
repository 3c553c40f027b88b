import { type Command, InvalidArgumentError, Option } from "commander";
import { openImports, runWorker, type WorkerEvent } from "../imports/index.ts";
import { settings } from "../server/settings/index.ts";
import { pc } from "./colours.ts";
import { onInterrupt } from "./interrupt.ts";
import { locationOf } from "./location-of.ts";
import { dataOption } from "./options.ts";
import { printable } from "./printable.ts";

/** `chatferry worker`: a worker without a server. */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .summary("check and load what was uploaded, without a server")
    .description(
      "Works on imports until it is stopped: checks what was uploaded, loads what was confirmed.\nSeveral may run side by side on one folder; when one dies, another goes on where it was.",
    )
    .addOption(dataOption())
    .addOption(settingOption("threads"))
    .addOption(settingOption("lease").default(Number(settings.lease.default)))
    .addHelpText(
      "after",
      `
Example:
  chatferry worker --data /var/lib/chatferry

Ctrl-C or SIGTERM stops it: what it is on is let go for another worker, and goes on from there.`,
    )
    .action(worker);
}

interface WorkerFlags {
  readonly data: string;
  readonly threads?: number;
  /** In seconds. */
  readonly lease: number;
}

/** A setting of the server that holds for a worker of its own, too. */
function settingOption(name: "threads" | "lease"): Option {
  const { flag, env, meaning, kind } = settings[name];
  return new Option(flag, meaning).env(env).argParser((text) => {
    const value = kind.read(text);
    if (value === undefined) throw new InvalidArgumentError(`It is ${kind.allowed}.`);
    return value;
  });
}

async function worker({ data, threads, lease }: WorkerFlags): Promise<void> {
  using interrupt = onInterrupt();
  const location = locationOf(data);
  await using imports = await openImports(location);
  console.log(`Waiting for imports in ${printable(data)}. Ctrl-C stops.`);
  await runWorker(imports, {
    location,
    lease: lease * 1000,
    signal: interrupt.signal,
    onEvent: (event) => console.log(eventText(event)),
    ...(threads === undefined ? {} : { threads }),
  });
  console.log("Stopped.");
}

function eventText(event: WorkerEvent): string {
  const time = pc.dim(new Date().toISOString().slice(11, 19));
  if (event.kind === "trouble") {
    const { error } = event;
    const message = error instanceof Error ? error.message : String(error);
    return `${time} ${pc.red("trouble:")} ${printable(message)}`;
  }
  const { record } = event;
  const what = `${record.id} ${printable(record.fileName)}`;
  switch (event.kind) {
    case "taken":
      return `${time} ${what}: ${stateText(record)}`;
    case "done": {
      const why = record.failure ? `: ${printable(record.failure.message)}` : "";
      return `${time} ${what}: ${pc.bold(stateText(record))}${why}`;
    }
    case "let_go":
      return `${time} ${what}: let go`;
    case "retry": {
      const seconds = Math.ceil(event.delay / 1000);
      const why = printable(event.failure.message);
      return `${time} ${what}: ${pc.yellow(`again in ${seconds} s`)}: ${why}`;
    }
  }
}

function stateText({ state }: { readonly state: string }): string {
  return state.replaceAll("_", " ");
}
