CREATE TABLE apps (
  app integer primary key,
  name text not null unique,
  mode text not null check (mode in ('development', 'production'))
, confirm text not null default 'operator' check (confirm in ('operator', 'uploader', 'automatic')), multi_tenant integer not null default 0) strict;

CREATE TABLE channel_types (
  app integer not null,
  name text not null,
  max_message_length integer, config text not null default '{}', created_at text not null default '', updated_at text not null default '',
  primary key (app, name)
) strict, without rowid;

CREATE TABLE channels (
  app integer not null,
  cid text not null,
  type text not null,
  id text not null,
  member_ids text,
  created_by text not null,
  frozen integer not null,
  disabled integer not null,
  team text,
  created_at text not null,
  updated_at text,
  truncated_at text,
  banned_users text,
  custom text,
  import_id integer not null,
  primary key (app, cid)
) strict;

CREATE INDEX channels_by_import on channels (app, import_id);

CREATE TABLE devices (
  app integer not null,
  id text not null,
  user_id text not null,
  push_provider_type text not null,
  push_provider_name text,
  created_at text not null,
  disabled integer,
  disabled_reason text,
  import_id integer not null,
  primary key (app, id)
) strict;

CREATE INDEX devices_by_import on devices (app, import_id);

CREATE INDEX devices_by_user on devices (app, user_id, id);

CREATE TABLE future_channel_bans (
  app integer not null,
  created_by text not null,
  target_id text not null,
  created_at text not null,
  shadow integer not null,
  reason text,
  import_id integer not null,
  primary key (app, created_by, target_id)
) strict, without rowid;

CREATE INDEX future_channel_bans_by_import on future_channel_bans (app, import_id);

CREATE TABLE load_counts (
  app integer not null,
  import_id integer not null,
  type text not null,
  in_file integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  skipped integer not null,
  superseded integer not null,
  primary key (app, import_id, type)
) strict, without rowid;

CREATE TABLE loads (
  app integer not null,
  id integer not null,
  file_name text not null,
  fingerprint text not null,
  size integer not null,
  mode text not null check (mode in ('upsert', 'insert')),
  merge_custom integer not null,
  next_offset integer not null,
  next_index integer not null,
  started_at text not null,
  finished_at text,
  primary key (app, id)
) strict, without rowid;

CREATE TABLE members (
  app integer not null,
  cid text not null,
  user_id text not null,
  channel_role text not null,
  is_moderator integer,
  created_at text not null,
  last_read text,
  invited integer not null,
  invite_accepted_at text,
  invite_rejected_at text,
  hide_channel integer not null,
  hide_messages_before text,
  archived_at text,
  custom text,
  import_id integer not null,
  primary key (app, cid, user_id)
) strict, without rowid;

CREATE INDEX members_by_import on members (app, import_id);

CREATE INDEX members_by_time on members (app, cid, created_at, user_id);

CREATE INDEX members_by_user on members (app, user_id, cid);

CREATE TABLE messages (
  number integer primary key,
  app integer not null,
  id text not null,
  cid text not null,
  "user" text not null,
  text text,
  html text,
  type text not null,
  attachments text not null,
  parent_id text,
  show_in_channel integer not null,
  mentioned_users_ids text,
  quoted_message_id text,
  pinned_at text,
  pinned_by_id text,
  pin_expires text,
  restricted_visibility text,
  created_at text not null,
  updated_at text,
  deleted_at text,
  custom text,
  import_id integer not null,
  unique (app, id)
) strict;

CREATE INDEX messages_by_channel on messages (app, cid, created_at, id, type, parent_id, show_in_channel);

CREATE INDEX messages_by_import on messages (app, import_id);

CREATE INDEX messages_by_parent on messages (app, parent_id, created_at, id, type)
  where parent_id is not null;

CREATE INDEX messages_pinned on messages (app, cid, pinned_at, id) where pinned_at is not null;

CREATE INDEX messages_that_count on messages (app, cid, created_at)
  where type <> 'deleted' and (parent_id is null or show_in_channel = 1);

CREATE VIRTUAL TABLE messages_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE 'messages_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'messages_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'messages_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'messages_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE migrations (name text primary key, checksum text not null, applied_at text not null) strict, without rowid;

CREATE TABLE reactions (
  app integer not null,
  message_id text not null,
  type text not null,
  user_id text not null,
  created_at text not null,
  custom text,
  import_id integer not null,
  primary key (app, message_id, type, user_id)
) strict, without rowid;

CREATE INDEX reactions_by_import on reactions (app, import_id);

CREATE TABLE roles (
  app integer not null,
  name text not null, created_at text not null default '',
  primary key (app, name)
) strict, without rowid;

CREATE TABLE sqlite_stat1(tbl,idx,stat);

CREATE TABLE users (
  app integer not null,
  id text not null,
  role text not null,
  invisible integer not null,
  language text,
  teams text,
  teams_role text,
  channel_mutes text,
  user_mutes text,
  blocked_user_ids text,
  privacy_settings text,
  push_preferences text,
  push_notifications text,
  created_at text not null,
  updated_at text,
  deleted_at text,
  deactivated_at text,
  custom text,
  import_id integer not null,
  primary key (app, id)
) strict;

CREATE INDEX users_by_import on users (app, import_id);

CREATE INDEX users_by_time on users (app, created_at, id);
