/** How the elements of a file are written and held together. */
export interface Container {
  readonly envelope: "item" | "data";
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** An element as JSON. */
  readonly write: (element: unknown) => string;
}

/** The containers: a list without white space, an indented list, JSON Lines. */
export const containers = {
  array: {
    envelope: "item",
    open: "[",
    between: ",",
    close: "]\n",
    write: (element) => JSON.stringify(element),
  },
  pretty: {
    envelope: "item",
    open: "[\n  ",
    between: ",\n  ",
    close: "\n]\n",
    write: (element) => JSON.stringify(element, null, 2).replaceAll("\n", "\n  "),
  },
  lines: {
    envelope: "data",
    open: "",
    between: "\n",
    close: "\n",
    write: (element) => JSON.stringify(element),
  },
} as const satisfies Record<string, Container>;
