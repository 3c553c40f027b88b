/** The header Content-Disposition, for a name in any script. Source: RFC 6266, RFC 8187. */
export function contentDisposition(how: "inline" | "attachment", name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, percent);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** What RFC 8187 wants encoded beside what encodeURIComponent does. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
