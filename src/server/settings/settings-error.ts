/** A setting is not one of those allowed. `message` names it, `fix` what is allowed. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly fix: string;

  /** @param source the flag or the environment variable.
   * @param value what it is set to; undefined where nobody may see it. */
  constructor(source: string, value: string | undefined, allowed: string) {
    super(
      value === undefined
        ? `${source} is not as it should be`
        : `${source} is ${JSON.stringify(value.slice(0, 100))}`,
    );
    this.fix = `set it to ${allowed}`;
  }
}
