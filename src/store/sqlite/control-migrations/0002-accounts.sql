-- People who sign in. The tables `accounts`, `credentials` and `sessions` are read and written by the library for accounts, too: its columns are theirs.

create table accounts (
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

create table account_roles (
  account text not null references accounts (id) on delete cascade,
  app text not null,
  role text not null check (role in ('operator', 'member')),
  primary key (account, app)
) strict, without rowid;

-- How somebody proves to be an account: a password, as its hash.
create table credentials (
  id text primary key,
  account text not null unique references accounts (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  created_at text not null,
  updated_at text not null
) strict, without rowid;

create table sessions (
  id text primary key,
  account text not null references accounts (id) on delete cascade,
  token text not null unique,
  expires_at text not null,
  ip_address text,
  user_agent text,
  created_at text not null,
  updated_at text not null
) strict, without rowid;

create index sessions_by_account on sessions (account);

-- Links that work once, by the SHA-256 of their token: of an account, to set its password; of none, to make the first one.
create table account_links (
  hash text primary key,
  account text references accounts (id) on delete cascade,
  expires_at text not null
) strict, without rowid;
