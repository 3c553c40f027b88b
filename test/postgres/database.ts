import { inject } from "vitest";

/** Makes a database with the tables of a new store, and gives its address. It goes with the run. */
export async function postgresDatabase(): Promise<string> {
  const answer = await fetch(inject("postgres"));
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  return url;
}
