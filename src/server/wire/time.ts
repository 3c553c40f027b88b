import * as z from "zod";
import { parseTime } from "../../format/index.ts";

/** A time, as imports take it. */
export const timeSchema = z
  .string()
  .refine((text) => parseTime(text) !== undefined, "takes a time such as 2024-05-01T10:00:00Z");
