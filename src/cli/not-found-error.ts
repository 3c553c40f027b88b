/** What a command asks about is not there. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
  readonly fix = "check the id; chatferry query channels lists the channels";
}
