-- Every key carries the app, so that tenants can be told apart, and later kept apart, by it alone.
-- Times are UTC text with six digits, booleans 0 and 1, lists, objects and custom data JSON text.

create table apps (
  app integer primary key,
  name text not null unique,
  mode text not null check (mode in ('development', 'production'))
) strict;

create table roles (
  app integer not null,
  name text not null,
  primary key (app, name)
) strict, without rowid;

create table channel_types (
  app integer not null,
  name text not null,
  max_message_length integer,
  primary key (app, name)
) strict, without rowid;

create table users (
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

create table devices (
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

create table future_channel_bans (
  app integer not null,
  created_by text not null,
  target_id text not null,
  created_at text not null,
  shadow integer not null,
  reason text,
  import_id integer not null,
  primary key (app, created_by, target_id)
) strict, without rowid;

create table channels (
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

create table members (
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

-- The channels of a user.
create index members_by_user on members (app, user_id, cid);

create table messages (
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
  primary key (app, id)
) strict;

-- What stands in a channel, by time: the newest messages, and the counts that leave out deleted ones. The columns after
-- id are there so that counting reads nothing else.
create index messages_in_channel on messages (app, cid, created_at, id, type, parent_id, show_in_channel)
  where parent_id is null or show_in_channel = 1;

-- The replies to a message.
create index messages_by_parent on messages (app, parent_id, created_at, id)
  where parent_id is not null;

create table reactions (
  app integer not null,
  message_id text not null,
  type text not null,
  user_id text not null,
  created_at text not null,
  custom text,
  import_id integer not null,
  primary key (app, message_id, type, user_id)
) strict, without rowid;

-- The rows that a load wrote last.
create index users_by_import on users (app, import_id);
create index devices_by_import on devices (app, import_id);
create index future_channel_bans_by_import on future_channel_bans (app, import_id);
create index channels_by_import on channels (app, import_id);
create index members_by_import on members (app, import_id);
create index messages_by_import on messages (app, import_id);
create index reactions_by_import on reactions (app, import_id);

-- A load and its checkpoint, which moves in the transaction that writes the items before it.
create table loads (
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

-- What became of a load's items. `superseded`: rows it wrote that were written again since, by itself or by another load.
create table load_counts (
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
