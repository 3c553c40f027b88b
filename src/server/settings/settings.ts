import type { Setting } from "./setting.ts";
import {
  bytes,
  choice,
  databaseUrl,
  email,
  integer,
  longText,
  number,
  text,
  url,
} from "./setting-kinds.ts";

/** Every setting of the server. The flags of `serve`, what the environment may say, the messages about what it may not, and the table in docs/operations.md derive from it. */
export const settings = {
  data: {
    env: "CHATFERRY_DATA",
    flag: "--data <dir>",
    kind: text("a path"),
    default: "data",
    meaning:
      "folder of uploaded files and, without a database, of the embedded store; made when it is not there",
  },
  database: {
    env: "DATABASE_URL",
    flag: undefined,
    kind: databaseUrl,
    default: undefined,
    meaning:
      "PostgreSQL database, 15 or newer, that keeps everything but files instead of the folder; `sslmode` and other parameters as libpq has them",
  },
  host: {
    env: "CHATFERRY_HOST",
    flag: "--host <host>",
    kind: text("a name or an address of this machine"),
    default: "127.0.0.1",
    meaning: "where to listen; 0.0.0.0 is every IPv4 address of the machine, :: every address",
  },
  port: {
    env: "CHATFERRY_PORT",
    flag: "--port <n>",
    kind: integer(0, 65_535),
    default: "8787",
    meaning: "port to listen on; 0 takes one that is free",
  },
  publicUrl: {
    env: "PUBLIC_URL",
    flag: "--public-url <url>",
    kind: url,
    default: undefined,
    meaning:
      "address under which others reach the server, for the links it makes; not set: the one that a request names",
  },
  trustedProxies: {
    env: "CHATFERRY_TRUSTED_PROXIES",
    flag: "--trusted-proxies <n>",
    kind: integer(0, 16),
    default: "0",
    meaning:
      "how many proxies of yours stand in front, each of which adds the address it was called from to X-Forwarded-For",
  },
  s3Bucket: {
    env: "CHATFERRY_S3_BUCKET",
    flag: "--s3-bucket <name>",
    kind: text("the name of a bucket"),
    default: undefined,
    meaning:
      "bucket of an object store that uploaded files and reports are kept in, with credentials from where the tools of AWS look for them (AWS_ACCESS_KEY_ID and so on); not set: they are kept in the folder",
  },
  s3Region: {
    env: "CHATFERRY_S3_REGION",
    flag: "--s3-region <name>",
    kind: text("the name of a region"),
    default: undefined,
    meaning: "region of the bucket; not set: AWS_REGION, else us-east-1",
  },
  s3Endpoint: {
    env: "CHATFERRY_S3_ENDPOINT",
    flag: "--s3-endpoint <url>",
    kind: url,
    default: undefined,
    meaning: "address of the object store where it is not Amazon's",
  },
  s3Prefix: {
    env: "CHATFERRY_S3_PREFIX",
    flag: "--s3-prefix <text>",
    kind: text("any text, such as chatferry/"),
    default: undefined,
    meaning: "what the names of all objects begin with",
  },
  s3PathStyle: {
    env: "CHATFERRY_S3_PATH_STYLE",
    flag: "--s3-path-style <word>",
    kind: choice("yes", "no"),
    default: "no",
    meaning:
      "whether the bucket stands in the path of URLs and not in the name of the host, as most object stores but Amazon's want it",
  },
  s3Encryption: {
    env: "CHATFERRY_S3_ENCRYPTION",
    flag: "--s3-encryption <how>",
    kind: choice("none", "AES256", "aws:kms"),
    default: "none",
    meaning: "how the object store is asked to encrypt; none: as the bucket says",
  },
  s3KmsKey: {
    env: "CHATFERRY_S3_KMS_KEY",
    flag: "--s3-kms-key <id>",
    kind: text("the id of a key"),
    default: undefined,
    meaning: "key that aws:kms takes; not set: the account's own",
  },
  maxUpload: {
    env: "CHATFERRY_MAX_UPLOAD",
    flag: "--max-upload <size>",
    kind: bytes(0, 1e15),
    default: "300MB",
    meaning: "most bytes of an uploaded file, as it is sent; 0 for any number",
  },
  uploadExpiry: {
    env: "CHATFERRY_UPLOAD_EXPIRY",
    flag: "--upload-expiry <seconds>",
    kind: integer(1, 604_800, "seconds"),
    default: "3600",
    meaning: "how long an upload may be begun after its URL was given",
  },
  rateLimit: {
    env: "CHATFERRY_RATE_LIMIT",
    flag: "--rate-limit <factor>",
    kind: number(0, 1_000_000),
    default: "1",
    meaning: "multiplies the documented limits of requests a minute for each key; 0 is no limit",
  },
  addressLimit: {
    env: "CHATFERRY_ADDRESS_LIMIT",
    flag: "--address-limit <n>",
    kind: integer(0, 1_000_000_000),
    default: "12000",
    meaning: "most requests a minute from one address; 0 is no limit",
  },
  lease: {
    env: "CHATFERRY_LEASE",
    flag: "--lease <seconds>",
    kind: integer(2, 600, "seconds"),
    default: "10",
    meaning: "how long an import is held at a time: after that, another worker goes on with it",
  },
  threads: {
    env: "CHATFERRY_THREADS",
    flag: "--threads <n>",
    kind: integer(1, 256),
    default: undefined,
    meaning: "threads that check a file; not set: one for each core",
  },
  adminEmail: {
    env: "ADMIN_EMAIL",
    flag: "--admin-email <address>",
    kind: email,
    default: undefined,
    meaning:
      "address of the first account, which is made at the start where there is none; not set: a link on the terminal makes it",
  },
  adminPassword: {
    env: "ADMIN_PASSWORD",
    flag: undefined,
    kind: longText(12, 128),
    default: undefined,
    meaning: "password of that account",
  },
  logLevel: {
    env: "CHATFERRY_LOG_LEVEL",
    flag: "--log-level <level>",
    kind: choice("silent", "error", "warn", "info", "debug"),
    default: "info",
    meaning: "what is written to standard error: JSON, one entry a line",
  },
} as const satisfies Record<string, Setting<unknown>>;

type Table = typeof settings;

/** The values of the settings, by their names in the table. Sizes in bytes, times in seconds; undefined where nothing is set and nothing is the default. */
export type Settings = {
  readonly [Name in keyof Table]:
    | NonNullable<ReturnType<Table[Name]["kind"]["read"]>>
    | (Table[Name]["default"] extends undefined ? undefined : never);
};
