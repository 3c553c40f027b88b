// Builds the dashboard into dist-dashboard, which the server serves; does nothing where that is newer than all it is made of.
import { buildDashboard } from "./dashboard-build.ts";

buildDashboard();
