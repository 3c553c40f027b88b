/** What the name of a file looks like: a UUID. Nothing else is ever a path or a key. */
export const fileName = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
