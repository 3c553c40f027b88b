/** An index of PostgreSQL holds terms of 2,046 bytes at most: longer ones are told apart by their beginning alone. */
const most = 500;

/** A term as the index of search has it. */
export function termOf(term: string): string {
  return term.length > most ? term.slice(0, most) : term;
}
