import { JsonLine } from "./json-line.tsx";
import classes from "./json-text.module.css";

/** Some JSON, as it is. */
export function JsonText({ text }: { readonly text: string }) {
  return (
    // What is wider or longer is scrolled to, by keyboard too.
    <pre className={classes["text"]} tabIndex={0} role="region" aria-label="JSON">
      <JsonLine text={text} />
    </pre>
  );
}
