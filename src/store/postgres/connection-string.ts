/** The address of a database with its parameters read as libpq reads them: `sslmode=require` encrypts, `verify-full` also wants a certificate that is trusted. */
export function connectionString(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !parsed.searchParams.has("sslmode")) return url;
  parsed.searchParams.set("uselibpqcompat", "true");
  return parsed.href;
}
