-- Messages get a number, which the index of search knows them by. Unlike the rowid that SQLite gives of itself it stays
-- the same when the file is vacuumed.
alter table messages rename to numberless_messages;

create table messages (
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

insert into messages (
  app, id, cid, "user", text, html, type, attachments, parent_id, show_in_channel, mentioned_users_ids,
  quoted_message_id, pinned_at, pinned_by_id, pin_expires, restricted_visibility, created_at, updated_at, deleted_at,
  custom, import_id
)
select
  app, id, cid, "user", text, html, type, attachments, parent_id, show_in_channel, mentioned_users_ids,
  quoted_message_id, pinned_at, pinned_by_id, pin_expires, restricted_visibility, created_at, updated_at, deleted_at,
  custom, import_id
from numberless_messages order by rowid;

drop table numberless_messages;

-- What is in a channel, by time: the newest messages, the counts that leave out deleted ones and replies, and searches in
-- a channel. The columns after id are there so that counting reads nothing else.
create index messages_by_channel on messages (app, cid, created_at, id, type, parent_id, show_in_channel);

-- The messages that count, and no more of them than counting takes: how many a member has not read is told in less than
-- half the time.
create index messages_that_count on messages (app, cid, created_at)
  where type <> 'deleted' and (parent_id is null or show_in_channel = 1);

-- The replies to a message, and how many of them are not deleted.
create index messages_by_parent on messages (app, parent_id, created_at, id, type)
  where parent_id is not null;

create index messages_by_import on messages (app, import_id);

-- The words of messages that are neither deleted nor by the system. Only the words: what a row says is in messages, and
-- contentless_delete lets a row go without knowing what it said. Text beyond ASCII comes in as terms, see search-text.ts;
-- this tokenizer then has nothing to do but to part them, and to part and lower ASCII.
create virtual table messages_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'ascii');

-- What a transaction of a load gathers is written at once, and merged with the rest when there is more of it: together a
-- sixth less CPU.
insert into messages_search (messages_search, rank) values ('hashsize', 33554432), ('automerge', 16);

insert into messages_search (rowid, text)
select number, case when length(text) = octet_length(text) then text else search_text(text) end
from messages where text is not null and type not in ('deleted', 'system');

-- The orders that lists have unless asked otherwise.
create index users_by_time on users (app, created_at, id);
create index members_by_time on members (app, cid, created_at, user_id);
create index devices_by_user on devices (app, user_id, id);

-- What the planner of queries is told: an app is large, and most rows are of one app. Left alone it takes every index for
-- equally good, and reads all users in their order to find one by id.
analyze sqlite_schema;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('users', 'sqlite_autoindex_users_1', '100000 100000 1'),
  ('users', 'users_by_time', '100000 100000 2 1'),
  ('users', 'users_by_import', '100000 100000 50000'),
  ('devices', 'sqlite_autoindex_devices_1', '100000 100000 1'),
  ('devices', 'devices_by_user', '100000 100000 2 1'),
  ('devices', 'devices_by_import', '100000 100000 50000'),
  ('future_channel_bans', 'future_channel_bans', '10000 10000 10 1'),
  ('future_channel_bans', 'future_channel_bans_by_import', '10000 10000 5000'),
  ('channels', 'sqlite_autoindex_channels_1', '10000 10000 1'),
  ('channels', 'channels_by_import', '10000 10000 5000'),
  ('members', 'members', '200000 200000 20 1'),
  ('members', 'members_by_user', '200000 200000 5 1'),
  ('members', 'members_by_time', '200000 200000 20 2 1'),
  ('members', 'members_by_import', '200000 200000 100000'),
  ('messages', 'sqlite_autoindex_messages_1', '1000000 1000000 1'),
  ('messages', 'messages_by_channel', '1000000 1000000 100 2 1 1 1 1'),
  ('messages', 'messages_that_count', '1000000 1000000 100 2'),
  ('messages', 'messages_by_parent', '100000 100000 5 1 1 1'),
  ('messages', 'messages_by_import', '1000000 1000000 500000'),
  ('reactions', 'reactions', '1000000 1000000 3 2 1'),
  ('reactions', 'reactions_by_import', '1000000 1000000 500000');

-- Lets the planner of this connection know, too.
analyze sqlite_schema;
