/** A setting that is not one of those allowed. */
export interface WrongSetting {
  /** The flag or the environment variable. */
  readonly source: string;
  /** What it is set to; undefined where nobody may see it. */
  readonly value: string | undefined;
  /** What it may be set to. */
  readonly allowed: string;
}

/** Settings are not among those allowed. `message` names each, `fix` what is allowed. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly fix: string;

  constructor(wrong: readonly WrongSetting[]) {
    super(wrong.map(whatItIs).join(", and "));
    this.fix = wrong
      .map(({ source, allowed }) => `set ${wrong.length > 1 ? source : "it"} to ${allowed}`)
      .join("; ");
  }
}

function whatItIs({ source, value }: WrongSetting): string {
  if (value === undefined) return `${source} is not as it should be`;
  return value === ""
    ? `${source} has no value`
    : `${source} is ${JSON.stringify(value.slice(0, 100))}`;
}
