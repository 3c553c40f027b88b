import type { CSSProperties } from "react";
import type { UserBody } from "../../src/server/index.ts";
import { userName } from "../explorer/user-name.ts";
import classes from "./face.module.css";

const letters = new Intl.Segmenter();

/** A user's initials in a colour of their own. Pictures of users lie elsewhere, and nothing is loaded from there. */
export function Face({ user }: { readonly user: UserBody }) {
  const words = userName(user).split(/\s+/u).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...letters.segment(word)][0]!.segment);
  return (
    <span
      className={classes["face"]}
      style={{ "--hue": hueOf(user.id) } as CSSProperties}
      aria-hidden
    >
      {initials}
    </span>
  );
}

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 360;
  return sum;
}
