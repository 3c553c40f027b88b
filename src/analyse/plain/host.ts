// What the thread that runs this answers. Addresses are those of the memory that both share.

/** Whether the element in [`from`, `to`) has no issue by itself: asked once for each set of fields. */
export declare function isRight(from: usize, to: usize): bool;

/** Whether a name that a table does not have, in [`from`, `to`), may be that of custom data in it. */
export declare function isCustom(table: i32, from: usize, to: usize): bool;

/** Whether the text in [`from`, `to`) is a time; its words are written to `into` then. */
export declare function isTime(from: usize, to: usize, into: usize): bool;

/** Writes the id of the distinct channel with the members listed in [`from`, `to`). */
export declare function distinctId(from: usize, to: usize, into: usize): void;
