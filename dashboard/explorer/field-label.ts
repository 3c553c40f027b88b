/** What a field is called: `last_message_at` is `Last message at`. Custom fields keep their name. */
export function fieldLabel(name: string): string {
  const words = name.replaceAll("_", " ").replaceAll(".", " · ");
  return (words[0] ?? "").toUpperCase() + words.slice(1);
}
