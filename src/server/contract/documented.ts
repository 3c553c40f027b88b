import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { openApi } from "../openapi/open-api.ts";
import type { Route } from "../route.ts";

type Check = (response: Response, method: string, path: string) => Promise<void>;

const made = new Map<readonly Route[], Check>();

/** What holds each answer against the OpenAPI document of the routes: its status, its media type and, of JSON, its shape. Rejects with what is not as the document says. */
export function documented(routes: readonly Route[]): Check {
  const check = made.get(routes) ?? make(routes);
  made.set(routes, check);
  return check;
}

function make(routes: readonly Route[]): Check {
  const document = openApi(routes, { version: "0.0.0", origin: "http://chat.test" });
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, "api");
  const places = Object.keys(document.paths).map((path) => ({
    path,
    matches: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return async (response, method, path) => {
    const { pathname } = new URL(path, "http://chat.test");
    const here = places.find(
      ({ path, matches }) =>
        matches.test(pathname) && document.paths[path]![method.toLowerCase()] !== undefined,
    )?.path;
    const [type] = response.headers.get("content-type")?.split(";") ?? [];
    const status = response.ok || response.status < 400 ? String(response.status) : "default";
    if (here === undefined && status === "default") return;
    const pointer = `paths/${escaped(here!)}/${method.toLowerCase()}/responses/${status}`;
    const said = document.paths[here!]![method.toLowerCase()]!.responses[status];
    if (said === undefined) throw new Error(`${method} ${here}: ${status} is not documented`);
    if (said.content === undefined || Object.keys(said.content).length === 0) return;
    if (said.content[type!] === undefined) {
      throw new Error(`${method} ${here}: ${status} is documented, but not as ${type}`);
    }
    if (said.content[type!]!.schema === undefined) return;
    const $ref = `api#/${pointer}/content/${escaped(type!)}/schema`;
    const check = ajv.getSchema($ref) ?? ajv.compile({ $ref });
    if (check(await response.json())) return;
    throw new Error(
      `${method} ${here}: ${status} is not as documented: ${ajv.errorsText(check.errors)}`,
    );
  };
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}
