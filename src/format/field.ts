/** Where a rule comes from. `historic`: the first public import page (JSON array era). `current`: the public import page of 2026 (JSON Lines era). `validator`: the offline validator of the hosted service's command line, 2022 to 2026. `api`: the public HTTP API. `chatferry`: our own choice, see docs/decisions. */
export type Source = "historic" | "current" | "validator" | "api" | "chatferry";

/** What a reference points at. `cid` is a channel written as `type:id`. */
export type Target = "user" | "message" | "cid" | "role" | "channel_type";

/** What an import does with the field when the item already exists. `key`: it identifies the item. `overwrite`: a given value replaces the stored one. `keep`: set when the item is first written and never again. */
export type OnUpsert = "key" | "overwrite" | "keep";

interface FieldBase {
  /** The key in the JSON object. */
  readonly name: string;
  /** The item is refused without it. Default: optional; `null` then means absent. */
  readonly required?: true;
  /** What is stored when it is absent from a new item, as JSON, or `import time`. Default: nothing. */
  readonly default?: string;
  readonly upsert: OnUpsert;
  /** One line: what the value means. */
  readonly meaning: string;
  readonly source: readonly Source[];
}

/** A string. `limit` counts bytes of UTF-8, or code points where `unit` says so. */
export interface StringField extends FieldBase {
  readonly kind: "string";
  readonly limit?: number;
  readonly unit?: "code points";
  /** The only characters allowed. */
  readonly pattern?: RegExp;
  /** What `pattern` is where channel ids with `!` are admitted. */
  readonly lighterPattern?: RegExp;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** What must exist under this value. An empty string counts as absent. */
  readonly refersTo?: Target;
  /** How a sentence names the field. Default: its name. */
  readonly label?: string;
}

/** A list of strings. */
export interface StringsField extends FieldBase {
  readonly kind: "strings";
  readonly refersTo?: Target;
}

/** `true` or `false`. */
export interface BooleanField extends FieldBase {
  readonly kind: "boolean";
}

/** A number. */
export interface NumberField extends FieldBase {
  readonly kind: "number";
}

/** An RFC 3339 time, see {@link parseTime}. */
export interface TimeField extends FieldBase {
  readonly kind: "time";
}

/** An object with string values. */
export interface MapField extends FieldBase {
  readonly kind: "map";
}

/** An object with a table of its own. */
export interface ObjectField extends FieldBase {
  readonly kind: "object";
  readonly fields: readonly Field[];
}

/** A list of objects with a table of their own, which may carry custom data. */
export interface ObjectsField extends FieldBase {
  readonly kind: "objects";
  readonly fields: readonly Field[];
  /** Names that the owner of the format keeps for itself. */
  readonly reserved: readonly string[];
}

/** One row of a field table: everything there is to know about one field of one item type. */
export type Field =
  | StringField
  | StringsField
  | BooleanField
  | NumberField
  | TimeField
  | MapField
  | ObjectField
  | ObjectsField;

type Value<F extends Field> = F extends { values: readonly (infer V)[] }
  ? V
  : F extends { kind: "string" | "time" }
    ? string
    : F extends { kind: "boolean" }
      ? boolean
      : F extends { kind: "number" }
        ? number
        : F extends { kind: "strings" }
          ? readonly string[]
          : F extends { kind: "map" }
            ? Readonly<Record<string, string>>
            : F extends { kind: "object"; fields: infer T extends readonly Field[] }
              ? FieldValues<T>
              : F extends { kind: "objects"; fields: infer T extends readonly Field[] }
                ? readonly (FieldValues<T> & CustomData)[]
                : never;

/** Fields beside the built-in ones, with any JSON value. */
export interface CustomData {
  readonly [field: string]: unknown;
}

/** The object type that a field table describes. */
export type FieldValues<T extends readonly Field[]> = {
  readonly [F in T[number] as F extends { required: true } ? F["name"] : never]: Value<F>;
} & {
  readonly [F in T[number] as F extends { required: true } ? never : F["name"]]?: Value<F> | null;
};
