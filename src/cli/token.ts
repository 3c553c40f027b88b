import { type Command, InvalidArgumentError } from "commander";
import { checkElement, defaultCheckOptions, type Issue, sentence } from "../format/index.ts";
import { openImports } from "../imports/index.ts";
import { type Control, StoreError } from "../store/index.ts";
import { appOption, countUpTo, dataOption } from "./options.ts";
import { signToken } from "./sign-token.ts";
import { readableLocation } from "./readable-location.ts";

interface Flags {
  readonly app: string;
  readonly data: string;
  readonly key?: string;
  readonly user?: string;
  readonly expires?: number;
}

/** `chatferry token`: a token for the API. */
export function addToken(program: Command): void {
  program
    .command("token")
    .summary("a token for the API: of the whole app, or of a user")
    .description(
      "Prints a JSON Web Token signed with the secret of a key of the app: a server token, which\nmay do everything in the app, or with --user one that sees what the user may see.",
    )
    .option("--user <id>", "make a user token", userId)
    .option("--expires <seconds>", "how long it is valid (default: for ever)", countUpTo(1e9))
    .option("--key <key>", "the key whose secret signs it (default: the newest of the app)")
    .addOption(appOption())
    .addOption(dataOption())
    .addHelpText(
      "after",
      `
Examples:
  chatferry token --app shop --expires 3600
  chatferry token --app shop --user ana`,
    )
    .action(token);
}

/** An id that a user can have. */
function userId(id: string): string {
  const issues: Issue[] = [];
  const options = defaultCheckOptions(new Date().toISOString());
  checkElement({ type: "user", item: { id } }, options, true, issues);
  const wrong = issues.find(({ pointer }) => pointer === "/id");
  if (wrong) throw new InvalidArgumentError(`${sentence(wrong)}.`);
  return id;
}

async function token({ app, data, key, user, expires }: Flags): Promise<void> {
  await using imports = await openImports(readableLocation(data));
  await imports.store.app(app);
  const secret = await secretOf(imports.control, app, key);
  const claims = user === undefined ? { server: true } : { user_id: user };
  console.log(await signToken(claims, secret, expires));
}

async function secretOf(control: Control, app: string, wanted?: string): Promise<string> {
  const keys = (await control.keys(app)).filter(({ revokedAt }) => revokedAt === null);
  const found = keys.findLast(({ key }) => wanted === undefined || key === wanted);
  if (found !== undefined) return found.secret;
  throw new StoreError(
    "key_not_found",
    wanted === undefined ? `The app "${app}" has no key.` : `The app "${app}" has no such key.`,
    `Make one: chatferry keys create --app ${app}.`,
  );
}
