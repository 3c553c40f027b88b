/** What programs sign their tokens with. */
export interface ApiKey {
  /** What requests name, as `api_key`. */
  readonly key: string;
  /** What tokens are signed with (HS256); never logged, and shown to people once. */
  readonly secret: string;
  /** The name of the app that it opens. */
  readonly app: string;
  /** What people call it. */
  readonly name: string;
  /** Canonical times. */
  readonly createdAt: string;
  readonly revokedAt: string | null;
}
