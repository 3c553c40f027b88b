import { SourceError, type SourceErrorCode } from "../analyse/index.ts";
import { StoreError, type StoreErrorCode } from "./store-error.ts";

/** An error as it comes from another thread: its class and its own fields are lost on the way, so the fields stand beside it. */
export interface PassedError {
  readonly error: Error;
  readonly fields: object;
}

/** Makes an error ready to be sent to another thread. */
export function passedError(error: unknown): PassedError {
  return { error: error as Error, fields: Object.assign({}, error) };
}

/** The error that the other thread threw. */
export function revivedError({ error, fields }: PassedError): Error {
  const { name, code, file, fix } = fields as Readonly<Record<string, string>>;
  if (name === "StoreError") {
    return new StoreError(code as StoreErrorCode, error.message, fix!, error.cause);
  }
  if (name === "SourceError") return new SourceError(code as SourceErrorCode, file!, error.cause);
  return Object.assign(error, fields);
}
