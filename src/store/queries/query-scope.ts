import type { QueryDialect } from "./dialect.ts";

/** What a question is asked within. */
export interface QueryScope {
  readonly dialect: QueryDialect;
  /** The number of the app. */
  readonly app: number;
  /** Whether the app keeps teams apart. */
  readonly multiTenant: boolean;
  /** The time of the question. */
  readonly now: string;
  /** The id of the user who asks, and is told only of what it may see. Default: whoever may see all. */
  readonly viewer?: string | undefined;
  /** The id of the user whose view it is. Default: nobody's. */
  readonly user?: string | undefined;
}
