import { openAccountClient } from "../../src/client/index.ts";

/** The client of accounts and apps, on the server that the page is from. */
export const accounts = openAccountClient({ url: location.origin });
