import type { UserBody } from "../../src/server/index.ts";
import { TextLink } from "../parts/text-link.tsx";
import { userName } from "./user-name.ts";

/** A user's name, which leads to its page. */
export function UserLink({
  app,
  user,
}: {
  readonly app: string;
  readonly user: Pick<UserBody, "id">;
}) {
  return (
    <TextLink to="/apps/$app/explorer/users/$id" params={{ app, id: user.id }} inherit>
      <bdi>{userName(user)}</bdi>
    </TextLink>
  );
}
