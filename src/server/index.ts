export { openLog } from "./open-log.ts";
export { serve, type Serving } from "./serve.ts";
