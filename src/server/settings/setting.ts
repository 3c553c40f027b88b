/** What texts a setting takes, and what they mean. */
export interface SettingKind<Value> {
  /** For people: `a whole number from 0 to 65535`. */
  readonly allowed: string;
  /** The value of a text; undefined when it is none of those allowed. */
  readonly read: (text: string) => Value | undefined;
}

/** A setting: one row of the table. */
export interface Setting<Value> {
  /** The environment variable that sets it. */
  readonly env: string;
  /** The flag of `serve` that sets it, and wins over the environment; undefined of a secret, which a list of processes would show. */
  readonly flag: string | undefined;
  readonly kind: SettingKind<Value>;
  /** The text that holds where nobody sets it; undefined: not set. */
  readonly default: string | undefined;
  readonly meaning: string;
}
