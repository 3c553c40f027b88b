import * as z from "zod";
import type { ApiError } from "../api-error.ts";
import { apiErrors } from "../api-errors.ts";

/** The body of an error. `error` is ours: the kind, or what is finer than it. Source: http-api section 3. */
export const errorSchema = z
  .object({
    code: z.int(),
    message: z.string(),
    StatusCode: z.int(),
    duration: z.string(),
    more_info: z.string(),
    details: z.array(z.unknown()),
    error: z.string(),
    exception_fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "Error" });

/** The body of an error.
 *
 * @param operation names the route
 * @param origin of the server: `more_info` is a page of it */
export function errorBody(
  error: ApiError,
  operation: string,
  duration: string,
  origin: string,
): z.infer<typeof errorSchema> {
  const { code, status } = apiErrors[error.kind];
  return {
    code,
    message: `${operation} failed with error: "${error.message} ${error.fix}"`,
    StatusCode: status,
    duration,
    more_info: `${origin}/docs/errors#${error.kind}`,
    details: [],
    error: error.error,
    ...(error.fields && { exception_fields: error.fields }),
  };
}
