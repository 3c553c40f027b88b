import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeContract } from "../store.contract.ts";

storeContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-store-"));
  return {
    location: { folder },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
});
