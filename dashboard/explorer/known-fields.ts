/** The names of the fields that a shape of the API has beside custom data. */
export type KnownFields<Body> = keyof {
  [Name in keyof Body as string extends Name ? never : Name]: unknown;
};
