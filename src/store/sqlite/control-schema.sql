CREATE TABLE account_links (
  hash text primary key,
  account text references accounts (id) on delete cascade,
  expires_at text not null
) strict, without rowid;

CREATE TABLE account_roles (
  account text not null references accounts (id) on delete cascade,
  app text not null,
  role text not null check (role in ('operator', 'member')),
  primary key (account, app)
) strict, without rowid;

CREATE TABLE accounts (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified integer not null default 0,
  image text,
  -- For all apps; whoever is none has roles.
  admin integer not null default 0,
  created_at text not null,
  updated_at text not null
) strict, without rowid;

CREATE TABLE api_keys (
  key text primary key,
  secret text not null,
  app text not null,
  name text not null,
  created_at text not null,
  revoked_at text
) strict, without rowid;

CREATE INDEX api_keys_by_app on api_keys (app, created_at);

CREATE TABLE credentials (
  id text primary key,
  account text not null unique references accounts (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  created_at text not null,
  updated_at text not null
) strict, without rowid;

CREATE TABLE imports (
  id text primary key,
  app text not null,
  file_name text not null,
  uploaded_by text not null,
  created_at text not null,
  updated_at text not null,
  -- When it was asked for beyond a place for its file; lists show it from then on.
  asked_at text,
  state text not null check (state in ('uploading', 'uploaded', 'analyzing', 'analyze_failed', 'waiting_confirmation', 'importing', 'completed', 'import_failed', 'cancelled')),
  paused integer not null default 0,
  mode text not null default 'upsert' check (mode in ('upsert', 'insert')),
  merge_custom integer not null default 1,
  "references" text not null default 'file' check ("references" in ('file', 'file-or-app')),
  throttle integer,
  -- What was uploaded: its name in the files, its bytes, their SHA-256.
  file text,
  size integer,
  sha256 text,
  report text,
  progress text,
  result text,
  reconciliation text,
  failure text,
  history text not null default '[]',
  -- The lease: who holds it until when. A worker may take what nobody holds, from available_at on.
  worker text,
  lease_until integer,
  attempts integer not null default 0,
  available_at integer not null default 0,
  waiting_since integer not null default 0,
  claimed_at integer not null default 0
) strict;

CREATE INDEX imports_by_app on imports (app, created_at, id) where asked_at is not null;

CREATE INDEX imports_by_file on imports (file) where file is not null;

CREATE INDEX imports_by_report on imports (report) where report is not null;

CREATE INDEX imports_by_state on imports (state);

CREATE INDEX imports_by_turn on imports (app, claimed_at);

CREATE INDEX imports_held on imports (app, lease_until) where lease_until is not null;

CREATE INDEX imports_waiting on imports (waiting_since) where state in ('uploaded', 'analyzing', 'importing');

CREATE TABLE migrations (name text primary key, checksum text not null, applied_at text not null) strict, without rowid;

CREATE TRIGGER sessions_swept after insert on sessions begin
  delete from sessions where expires_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
end;

CREATE TABLE sessions (
  id text primary key,
  account text not null references accounts (id) on delete cascade,
  token text not null unique,
  expires_at text not null,
  ip_address text,
  user_agent text,
  created_at text not null,
  updated_at text not null
) strict, without rowid;

CREATE INDEX sessions_by_account on sessions (account);
