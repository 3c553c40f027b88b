/** A step of the schema. Steps go forward only, and are never changed once released. */
export interface Migration {
  /** The name of its file: four digits, a dash and what it is about. */
  readonly name: string;
  readonly sql: string;
}
