import { createColors } from "picocolors";

const { NO_COLOR, FORCE_COLOR } = process.env;

/** Colours on a terminal and with FORCE_COLOR, none in a pipe and with NO_COLOR; also on a CI machine, where picocolors by itself would colour pipes. */
export const pc = createColors(!NO_COLOR && Boolean(FORCE_COLOR || process.stdout.isTTY));
