import { memo } from "react";
import classes from "./json-line.module.css";
import { jsonTokens } from "./json-tokens.ts";

/** A line of JSON, with its keys, strings and numbers told apart by colour. */
export const JsonLine = memo(function JsonLine({ text }: { readonly text: string }) {
  return jsonTokens(text).map(({ kind, text }, n) =>
    kind === "other" ? (
      text
    ) : (
      <span key={n} className={classes[kind]}>
        {text}
      </span>
    ),
  );
});
