export { createServer, type Connection, type Server } from "./create-server.ts";
export type { Service } from "./service.ts";
export { listen, type Listening } from "./listen.ts";
export { memoryRateLimits } from "./memory-rate-limits.ts";
