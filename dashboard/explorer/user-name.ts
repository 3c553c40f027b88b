import type { UserBody } from "../../src/server/index.ts";

/** What a user is called: the custom field `name`, or else the id. */
export function userName(
  user: Pick<UserBody, "id"> & { readonly [field: string]: unknown },
): string {
  const name = user["name"];
  return typeof name === "string" && name.trim() !== "" ? name : user.id;
}
