/** What is given of some parameters: neither undefined nor null, which clients send for what they leave out. */
export function given<T extends object>(
  parameters: T,
): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value != null)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}
