import type { MessageBody } from "../../src/server/index.ts";
import { userName } from "../explorer/user-name.ts";
import classes from "./reactions.module.css";

/** The picture of kinds of reactions that many apps have; others stand by their name. */
const pictures: Readonly<Record<string, string>> = {
  like: "👍",
  thumbsup: "👍",
  "+1": "👍",
  love: "❤️",
  heart: "❤️",
  haha: "😂",
  joy: "😂",
  wow: "😮",
  sad: "😢",
  angry: "😠",
  clap: "👏",
  tada: "🎉",
  fire: "🔥",
};

/** The reactions to a message by their kind, each with how many there are and the latest of who gave them. */
export function Reactions({
  message: { reaction_counts, latest_reactions },
}: {
  readonly message: MessageBody;
}) {
  return Object.entries(reaction_counts).map(([type, count]) => {
    const latest = latest_reactions.filter((reaction) => reaction.type === type);
    const picture = Object.hasOwn(pictures, type) ? pictures[type] : undefined;
    return (
      <span
        key={type}
        className={classes["reaction"]}
        title={`${type}: ${latest.map(({ user }) => userName(user)).join(", ")}`}
      >
        {picture ? (
          <span role="img" aria-label={type}>
            {picture}
          </span>
        ) : (
          <span>{type}</span>
        )}{" "}
        {count}
      </span>
    );
  });
}
