import type { Imports } from "../../imports/index.ts";
import { importStateNames } from "../../store/index.ts";
import { defineOpenRoute } from "../define-open-route.ts";

/** GET /metrics, for Prometheus: totals over all apps, and nothing that names one. */
export const getMetricsRoute = defineOpenRoute({
  method: "GET",
  path: "/metrics",
  operation: "GetMetrics",
  summary: "Imports by state, how fast they go and how long they wait, requests; for Prometheus",
  tag: "Operation",
  permission: "none",
  response: ["text/plain"],
  async handle({ service: { imports, metrics, version } }) {
    const { states, waitingSince } = await imports.control.importCounts();
    const age = waitingSince === null ? 0 : (Date.now() - Date.parse(waitingSince)) / 1000;
    const text = [
      gauge("chatferry_info", "The version that runs.", [[`version="${version}"`, 1]]),
      gauge(
        "chatferry_imports",
        "Imports by state.",
        importStateNames.map((state) => [`state="${state}"`, states[state]]),
      ),
      gauge("chatferry_import_items_per_second", "Items that are checked or loaded in a second.", [
        ["", await itemRate(imports)],
      ]),
      gauge(
        "chatferry_import_queue_age_seconds",
        "How long the import has waited that waits longest for a worker.",
        [["", Math.max(0, age)]],
      ),
      metrics.text(),
    ];
    const type = "text/plain; version=0.0.4; charset=utf-8";
    return new Response(text.join(""), { headers: { "Content-Type": type } });
  },
});

async function itemRate({ store, control }: Imports): Promise<number> {
  let rate = 0;
  for (const { name } of await store.apps()) {
    const running = await control.imports(name, { states: ["analyzing", "importing"], limit: 100 });
    for (const { paused, progress } of running) rate += paused ? 0 : (progress?.rate ?? 0);
  }
  return rate;
}

function gauge(
  name: string,
  help: string,
  values: readonly (readonly [labels: string, value: number])[],
): string {
  const lines = values.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}
