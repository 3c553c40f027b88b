/** A setting is not one of those allowed. `message` names it, `fix` what is allowed. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly fix: string;

  /** @param source the flag or the environment variable. */
  constructor(source: string, value: string, allowed: string) {
    super(`${source} is ${JSON.stringify(value.slice(0, 100))}`);
    this.fix = `set it to ${allowed}`;
  }
}
