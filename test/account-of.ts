/** The part of what an import said that tells how many items were created, updated and so on. */
export function accountOf(stdout: string): string {
  const from = stdout.indexOf("type ");
  return stdout.slice(from, stdout.indexOf("✓", from));
}
