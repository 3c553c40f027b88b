/** What a look at one thing found. */
export interface Finding {
  /** What was looked at. */
  readonly name: string;
  /** `warning`: it works, and may not for long. */
  readonly verdict: "fine" | "warning" | "wrong";
  /** What there is. */
  readonly text: string;
  /** How to mend it; null where it is fine. */
  readonly fix: string | null;
}
