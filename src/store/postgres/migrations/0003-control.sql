-- Accounts, keys and imports: small rows, in tables of the names that SQLite keeps in a file of their own.
-- Times that people see are timestamptz; those that only leases know are milliseconds since 1970, by the server's clock.

create table api_keys (
  key text collate "C" primary key,
  secret text not null,
  app text collate "C" not null,
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create index api_keys_by_app on api_keys (app, created_at);

create table imports (
  id text collate "C" primary key,
  app text collate "C" not null,
  file_name text not null,
  uploaded_by json not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it was asked for beyond a place for its file; lists show it from then on.
  asked_at timestamptz,
  state text not null check (state in ('uploading', 'uploaded', 'analyzing', 'analyze_failed', 'waiting_confirmation', 'importing', 'completed', 'import_failed', 'cancelled')),
  paused smallint not null default 0,
  mode text not null default 'upsert' check (mode in ('upsert', 'insert')),
  merge_custom smallint not null default 1,
  "references" text not null default 'file' check ("references" in ('file', 'file-or-app')),
  throttle bigint,
  -- What was uploaded: its name in the files, its bytes, their SHA-256.
  file text,
  size bigint,
  sha256 text,
  report text,
  progress json,
  result json,
  reconciliation json,
  failure json,
  history json not null default '[]',
  -- The lease: who holds it until when. A worker may take what nobody holds, from available_at on.
  worker text,
  lease_until bigint,
  attempts integer not null default 0,
  available_at bigint not null default 0,
  waiting_since bigint not null default 0,
  claimed_at bigint not null default 0
);

create index imports_by_app on imports (app, created_at, id) where asked_at is not null;
create index imports_by_state on imports (state);
create index imports_by_file on imports (file) where file is not null;
create index imports_by_report on imports (report) where report is not null;

-- What a worker may take, what is held, and whose turn it is.
create index imports_waiting on imports (waiting_since) where state in ('uploaded', 'analyzing', 'importing');
create index imports_held on imports (app, lease_until) where lease_until is not null;
create index imports_by_turn on imports (app, claimed_at);

-- People who sign in. The tables `accounts`, `credentials` and `sessions` are read and written by the library for accounts, too: its columns are theirs.

create table accounts (
  id text collate "C" primary key,
  name text not null,
  email text collate "C" not null unique,
  email_verified smallint not null default 0,
  image text,
  -- For all apps; whoever is none has roles.
  admin smallint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table account_roles (
  account text collate "C" not null references accounts (id) on delete cascade,
  app text collate "C" not null,
  role text not null check (role in ('operator', 'member')),
  primary key (account, app)
);

-- How somebody proves to be an account: a password, as its hash.
create table credentials (
  id text collate "C" primary key,
  account text collate "C" not null unique references accounts (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id text collate "C" primary key,
  account text collate "C" not null references accounts (id) on delete cascade,
  token text collate "C" not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index sessions_by_account on sessions (account);

-- Links that work once, by the SHA-256 of their token: of an account, to set its password; of none, to make the first one.
create table account_links (
  hash text collate "C" primary key,
  account text collate "C" references accounts (id) on delete cascade,
  expires_at timestamptz not null
);

-- Whoever signs in sweeps away the sessions that nobody ended: there are never more than were begun in a week.
create function sweep_sessions() returns trigger language plpgsql as $$
begin
  delete from sessions where expires_at <= now();
  return null;
end
$$;

create trigger sessions_swept after insert on sessions execute function sweep_sessions();
