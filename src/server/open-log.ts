import { type DestinationStream, type Logger, pino } from "pino";
import type { Settings } from "./settings/index.ts";

/** Opens the log of a server: JSON, one entry a line, with the time as text.
 *
 * @param to takes the lines */
export function openLog({ logLevel }: Pick<Settings, "logLevel">, to: DestinationStream): Logger {
  return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}
