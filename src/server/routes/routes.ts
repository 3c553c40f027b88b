import type { Route } from "../route.ts";
import { accountRoutes } from "./accounts.ts";
import { appRoutes } from "./apps.ts";
import { createImportRoute } from "./create-import.ts";
import { createImportUrlRoute } from "./create-import-url.ts";
import { dashboardRoutes } from "./dashboard.ts";
import { documentationRoutes } from "./documentation.ts";
import { getFileRoute } from "./get-file.ts";
import { getImportFileRoute } from "./get-import-file.ts";
import { getImportRoute } from "./get-import.ts";
import { getMetricsRoute } from "./get-metrics.ts";
import { getPreviewRoute } from "./get-preview.ts";
import { getReportRoute } from "./get-report.ts";
import { healthRoute, readinessRoute } from "./health.ts";
import { importStepRoutes } from "./import-steps.ts";
import { keyRoutes } from "./keys.ts";
import { linkRoutes } from "./links.ts";
import { listImportsRoute } from "./list-imports.ts";
import { listIssuesRoute } from "./list-issues.ts";
import { readRoutes } from "./read-routes.ts";
import { resumableUploadRoutes } from "./resumable-upload.ts";
import { sessionRoutes } from "./sessions.ts";
import { uploadFileRoute } from "./upload-file.ts";
import { watchImportRoute } from "./watch-import.ts";

/** The table of routes: everything that the server answers. */
export const routes: readonly Route[] = [
  createImportUrlRoute,
  uploadFileRoute,
  ...resumableUploadRoutes,
  createImportRoute,
  listImportsRoute,
  getImportRoute,
  ...importStepRoutes,
  listIssuesRoute,
  getReportRoute,
  getPreviewRoute,
  getImportFileRoute,
  getFileRoute,
  watchImportRoute,
  ...readRoutes,
  ...sessionRoutes,
  ...linkRoutes,
  ...accountRoutes,
  ...appRoutes,
  ...keyRoutes,
  healthRoute,
  readinessRoute,
  getMetricsRoute,
  ...dashboardRoutes,
  ...documentationRoutes(() => routes),
];
