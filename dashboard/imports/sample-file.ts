/** Makes a small import file to try things with: some users, channels and their messages, nothing wrong with them. The same each time. */
export async function sampleFile(): Promise<File> {
  const { generate } = await import("../../src/generate/index.ts");
  const parts = [...generate({ size: 200_000, seed: 1, container: "pretty" })];
  return new File(parts, "sample.json", { type: "application/json" });
}
