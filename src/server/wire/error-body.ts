import * as z from "zod";
import type { ApiError } from "../api-error.ts";
import { apiErrors } from "../api-errors.ts";

/** The body of an error. `error` and `fix` are ours: the kind or what is finer than it, and what to do, which `message` ends with. Source: http-api section 3. */
export const errorSchema = z
  .object({
    code: z.int(),
    message: z.string(),
    StatusCode: z.int(),
    duration: z.string(),
    more_info: z.string(),
    details: z.array(z.unknown()),
    error: z.string(),
    fix: z.string(),
    exception_fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "Error" });

/** The body of an error as the API shows it. */
export type ErrorBody = z.infer<typeof errorSchema>;

/** Presents an error.
 *
 * @param operation names the route
 * @param origin of the server: `more_info` is a page of it */
export function errorBody(
  error: ApiError,
  operation: string,
  duration: string,
  origin: string,
): ErrorBody {
  const { code, status } = apiErrors[error.kind];
  return {
    code,
    message: `${operation} failed with error: "${error.message} ${error.fix}"`,
    StatusCode: status,
    duration,
    more_info: `${origin}/docs/errors#${error.kind}`,
    details: [],
    error: error.error,
    fix: error.fix,
    ...(error.fields && { exception_fields: error.fields }),
  };
}
