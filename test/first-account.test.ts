import { expect, test } from "vitest";
import { startCli } from "./run-cli.ts";
import { type Served, startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

const account = { email: "ada@house.test", password: "correct horse battery" };

function post({ url }: Served, path: string, body: object): Promise<Response> {
  return fetch(url + path, { method: "POST", body: JSON.stringify(body) });
}

async function stop({ process, ended }: Served): Promise<string> {
  process.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  return stdout + stderr;
}

test("the link that the first start prints makes an admin, who signs in from then on", async () => {
  using folder = tempFolder();
  const served = await startServe(folder.path);
  const [place, token] = served.setupLink!.split("#token=");
  expect(place).toBe(`${served.url}/dashboard/setup`);
  const setUp = await post(served, "/setup", { ...account, name: "Ada", token });
  expect(await setUp.json()).toMatchObject({ account: { admin: true } });
  const log = await stop(served);
  expect(log.split(served.setupLink!).join("")).not.toContain(token);
  expect(log).not.toContain(account.password);
  const again = await startServe(folder.path);
  expect(again.setupLink).toBeUndefined();
  expect((await post(again, "/sign_in", account)).status).toBe(200);
  await stop(again);
});

test("the environment makes the first account, and changes none that is there", async () => {
  using folder = tempFolder();
  const variables = { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password };
  const served = await startServe(folder.path, variables);
  expect(served.setupLink).toBeUndefined();
  expect((await post(served, "/sign_in", account)).status).toBe(200);
  expect(await stop(served)).not.toContain(account.password);
  const other = "another horse battery";
  const again = await startServe(folder.path, { ...variables, ADMIN_PASSWORD: other });
  expect((await post(again, "/sign_in", { ...account, password: other })).status).toBe(401);
  expect((await post(again, "/sign_in", account)).status).toBe(200);
  await stop(again);
});

test.for([
  [{ ADMIN_EMAIL: "ada@house.test" }, "ADMIN_PASSWORD"],
  [{ ADMIN_PASSWORD: "correct horse battery" }, "ADMIN_EMAIL"],
  [{ ADMIN_EMAIL: "ada", ADMIN_PASSWORD: "correct horse battery" }, "ADMIN_EMAIL"],
  [{ ADMIN_EMAIL: "ada@house.test", ADMIN_PASSWORD: "my secret" }, "ADMIN_PASSWORD"],
] as const)("half an account is refused: %j", async ([variables, named]) => {
  using folder = tempFolder();
  const args = ["serve", "--port", "0", "--data", folder.path];
  const { code, stderr } = await startCli(args, undefined, [], variables).ended;
  expect(code).toBe(2);
  expect(stderr).toContain(named);
  expect(stderr).not.toContain("secret");
});
