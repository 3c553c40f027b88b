import { notFound } from "@tanstack/react-router";
import { ApiError } from "../../src/client/index.ts";

/** Throws what leads to the page that says that there is nothing, where that is what the server answers; else the error itself. */
export function notFoundPage(error: unknown): never {
  if (error instanceof ApiError && error.status === 404) throw notFound();
  throw error;
}
