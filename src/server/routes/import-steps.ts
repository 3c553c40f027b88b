import * as z from "zod";
import {
  cancelImport,
  confirmImport,
  type Decider,
  type Imports,
  pauseImport,
  rejectImport,
  resumeImport,
  throttleImport,
} from "../../imports/index.ts";
import type { ImportRecord } from "../../store/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import type { Route } from "../route.ts";
import { importTaskSchema, presentImport } from "../wire/import-task.ts";

const nothing = z.strictObject({});
const reason = z.string().meta({ description: "Why: 1 to 1,000 characters." });

/** POST /imports/{id}/confirm, /reject, /cancel, /pause, /resume and /throttle: the steps that somebody takes. */
export const importStepRoutes: readonly Route[] = [
  step(
    "confirm",
    "Load a file that waits for confirmation",
    nothing,
    (imports, at) => confirmImport(imports, at.app, at.id, at.who),
    "uploader",
  ),
  step(
    "reject",
    "Cancel an import that waits for confirmation",
    z.strictObject({ reason }),
    (imports, at, { reason }) => rejectImport(imports, at.app, at.id, at.who, reason),
    "uploader",
  ),
  step(
    "cancel",
    "End an import; what was written stays",
    z.strictObject({ reason: reason.optional() }),
    (imports, at, { reason }) => cancelImport(imports, at.app, at.id, at.who.by, reason),
  ),
  step("pause", "Have an import wait", nothing, (imports, at) =>
    pauseImport(imports, at.app, at.id),
  ),
  step(
    "resume",
    "Go on with an import that was paused or failed while it was loaded",
    nothing,
    (imports, at) => resumeImport(imports, at.app, at.id, at.who.by),
  ),
  step(
    "throttle",
    "Set how many items are loaded in a second",
    z.strictObject({
      throttle: z.int().nullable().meta({ description: "Items; null for no limit." }),
    }),
    (imports, at, { throttle }) => throttleImport(imports, at.app, at.id, throttle),
  ),
];

/** Which import a step is of, and who takes it. */
interface At {
  readonly app: string;
  readonly id: string;
  readonly who: Decider;
}

function step<Body>(
  name: string,
  summary: string,
  body: z.ZodType<Body>,
  take: (imports: Imports, at: At, body: Body) => Promise<ImportRecord>,
  permission: "operator" | "uploader" = "operator",
): Route {
  return defineServerRoute<undefined, Body>({
    method: "POST",
    path: `/imports/:id/${name}`,
    operation: `${name[0]!.toUpperCase()}${name.slice(1)}Import`,
    summary,
    tag: "Imports",
    permission,
    rate: 300,
    body,
    response: z.object({ import_task: importTaskSchema }),
    async handle({ service: { imports }, caller, body, param }) {
      const { app, by } = caller;
      const role =
        caller.kind === "account" && caller.role === "uploader" ? "uploader" : "operator";
      const record = await take(imports, { app, id: param("id"), who: { by, role } }, body);
      return { import_task: await presentImport(imports, record, 1000) };
    },
  });
}
