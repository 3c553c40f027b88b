// What the thread that runs this answers. Addresses are those of the memory that both share.

/** What is to be said of the element in [`from`, `to`) by itself, as {@link Finding}: asked once for each shape. */
export declare function judge(from: usize, to: usize): u32;

/** Whether a name that a table does not have, in [`from`, `to`), may be that of custom data in it. */
export declare function isCustom(table: i32, from: usize, to: usize): bool;

/** Whether the text in [`from`, `to`) is a time; its words are written to `into` then. */
export declare function isTime(from: usize, to: usize, into: usize): bool;

/** Writes the id of the distinct channel with the members listed in [`from`, `to`). */
export declare function distinctId(from: usize, to: usize, into: usize): void;
