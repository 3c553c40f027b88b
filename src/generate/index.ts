export { generate, type GenerateOptions, type PlantedFault, sizeLimits } from "./generate.ts";
export type { FaultQuota } from "./planter.ts";
