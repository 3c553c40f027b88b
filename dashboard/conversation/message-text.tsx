import { Fragment } from "react";
import classes from "./message-text.module.css";
import { webUrl } from "./web-url.ts";

/** The text of a message as it is written; addresses in it are links. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <p className={classes["text"]} dir="auto">
      {text.split(/(https?:\/\/[^\s<>|"]+)/g).map((part, n) => {
        const url = n % 2 === 1 ? webUrl(part) : undefined;
        return url ? (
          <a key={n} href={url.href} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          <Fragment key={n}>{part}</Fragment>
        );
      })}
    </p>
  );
}
