/** A piece of JSON, and what it is. */
export interface JsonToken {
  readonly kind: "key" | "string" | "number" | "word" | "other";
  readonly text: string;
}

const pattern =
  /("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b|[^"\d\w-]+|./gsu;

/** Cuts text into what JSON is made of; what is no JSON is passed on as it is. Together the pieces are the text. */
export function jsonTokens(text: string): JsonToken[] {
  return Array.from(text.matchAll(pattern)).flatMap(([whole, quoted, colon]): JsonToken[] => {
    if (quoted !== undefined) {
      return colon === undefined
        ? [{ kind: "string", text: quoted }]
        : [
            { kind: "key", text: quoted },
            { kind: "other", text: colon },
          ];
    }
    if (/^-?\d/.test(whole)) return [{ kind: "number", text: whole }];
    return [{ kind: /^[tfn]\w{3,4}$/.test(whole) ? "word" : "other", text: whole }];
  });
}
