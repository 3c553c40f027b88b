import * as z from "zod";

/** What is given of accounts. Passwords have twelve characters or more, as there is no second factor. */
export const accountInput = {
  email: z.email().max(254),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(12).max(128),
  token: z.string().max(100).meta({ description: "What stands behind `#token=` in the link." }),
};
