-- users

    with page as materialized (
      select "users"."id" as "key_id", "users"."created_at" as "order_0", "users"."id" as "order_1" from "users"
      where users.app = ? and ("users"."created_at", "users"."id") < (?, ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "users".*, page.*
    from page join "users" on "users"."app" = ? and "users"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH users USING COVERING INDEX users_by_time (app=? AND (created_at,id)<(?,?))
--   SCAN page
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id=?)

-- users by id

    with page as materialized (
      select "users"."id" as "key_id", "users"."created_at" as "order_0", "users"."id" as "order_1" from "users"
      where users.app = ? and ("users"."id" in (?, ?))
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "users".*, page.*
    from page join "users" on "users"."app" = ? and "users"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id=?)

-- users by name

    with page as materialized (
      select "users"."id" as "key_id", case when json_type("users"."custom", ?) not in ('array', 'object') then json_extract("users"."custom", ?) end as "order_0", "users"."id" as "order_1" from "users"
      where users.app = ? and ((length(case when json_type("users"."custom", ?) in ('text') then json_extract("users"."custom", ?) end) <> octet_length(case when json_type("users"."custom", ?) in ('text') then json_extract("users"."custom", ?) end) or instr(lower(case when json_type("users"."custom", ?) in ('text') then json_extract("users"."custom", ?) end), ?) > 0) and has_words(case when json_type("users"."custom", ?) in ('text') then json_extract("users"."custom", ?) end, ?, ?) = 1)
      order by "order_0" nulls last, "order_1" limit ? offset ?
    )
    select "users".*, page.*
    from page join "users" on "users"."app" = ? and "users"."id" = "page"."key_id"
    order by "page"."order_0" nulls last, "page"."order_1";
--   MATERIALIZE page
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id=?)

-- channels

    with page as materialized (
      select "channels"."cid" as "key_cid", coalesce((select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1), channels.created_at) as "order_0", "channels"."cid" as "order_1" from "channels"
      where channels.app = ? and true and (coalesce((select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1), channels.created_at), "channels"."cid") < (?, ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "channels".*, page.*, (select count(*) from members where members.app = channels.app and members.cid = channels.cid) as "member_count", (select count(*) from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')) as "message_count", (select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1) as "last_message_at"
    from page join "channels" on "channels"."app" = ? and "channels"."cid" = "page"."key_cid"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)

-- channels of a member

    with page as materialized (
      select "channels"."cid" as "key_cid", coalesce((select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1), channels.created_at) as "order_0", "channels"."cid" as "order_1" from "channels"
      where channels.app = ? and (channels.cid in (select members.cid from members where members.app = ? and "members"."user_id" in (?))) and exists (select 1 from members where members.app = ? and members.cid = channels.cid and members.user_id = ? and members.hide_channel = ?) = ?
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "channels".*, page.*, (select count(*) from members where members.app = channels.app and members.cid = channels.cid) as "member_count", (select count(*) from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')) as "message_count", (select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1) as "last_message_at"
    from page join "channels" on "channels"."app" = ? and "channels"."cid" = "page"."key_cid"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 2
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 7
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)

-- channels by cid

    with page as materialized (
      select "channels"."cid" as "key_cid", coalesce((select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1), channels.created_at) as "order_0", "channels"."cid" as "order_1" from "channels"
      where channels.app = ? and "channels"."cid" = ?
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "channels".*, page.*, (select count(*) from members where members.app = channels.app and members.cid = channels.cid) as "member_count", (select count(*) from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')) as "message_count", (select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1) as "last_message_at"
    from page join "channels" on "channels"."app" = ? and "channels"."cid" = "page"."key_cid"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   SCAN page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)

-- members

    with page as materialized (
      select "members"."cid" as "key_cid", "members"."user_id" as "key_user_id", "members"."created_at" as "order_0", "members"."user_id" as "order_1" from "members"
      where members.app = ? and members.cid = ? and ("members"."created_at", "members"."user_id") > (?, ?)
      order by "order_0", "order_1" limit ? offset ?
    )
    select "members".*, page.*
    from page join "members" on "members"."app" = ? and "members"."cid" = "page"."key_cid" and "members"."user_id" = "page"."key_user_id"
    order by "page"."order_0", "page"."order_1";
--   MATERIALIZE page
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=? AND (created_at,user_id)>(?,?))
--   SCAN page
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)

-- members
select "ranges"."column1" as "after", (select count(*) from messages indexed by messages_that_count
        where messages.app = ? and messages.cid = ? and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')
          and messages.created_at > ranges.column1 and messages.created_at <= ranges.column2) as "count" from (values (?, ?)) as "ranges";
--   CO-ROUTINE ranges
--   SCAN CONSTANT ROW
--   SCAN ranges
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING INDEX messages_that_count (app=? AND cid=? AND created_at>? AND created_at<?)

-- messages

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.cid = ? and (messages.parent_id is null or messages.show_in_channel = 1) and ("messages"."created_at", "messages"."id") < (?, ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=? AND (created_at,id)<(?,?))
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- messages before one

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.cid = ? and (messages.parent_id is null or messages.show_in_channel = 1) and (messages.created_at, messages.id) < (?, ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=? AND (created_at,id)<(?,?))
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- replies

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.parent_id = ? and ("messages"."created_at", "messages"."id") > (?, ?)
      order by "order_0", "order_1" limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0", "page"."order_1";
--   MATERIALIZE page
--   SEARCH messages USING COVERING INDEX messages_by_parent (app=? AND parent_id=? AND (created_at,id)>(?,?))
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- replies
select "id" from "messages" where "app" = ? and "id" = ?;
--   SEARCH messages USING COVERING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)

-- reactions

    with page as materialized (
      select "reactions"."message_id" as "key_message_id", "reactions"."type" as "key_type", "reactions"."user_id" as "key_user_id", "reactions"."created_at" as "order_0", "reactions"."type" as "order_1", "reactions"."user_id" as "order_2" from "reactions"
      where reactions.app = ? and reactions.message_id = ? and ("reactions"."created_at", "reactions"."type", "reactions"."user_id") < (?, ?, ?)
      order by "order_0" desc, "order_1" desc, "order_2" desc limit ? offset ?
    )
    select "reactions".*, page.*
    from page join "reactions" on "reactions"."app" = ? and "reactions"."message_id" = "page"."key_message_id" and "reactions"."type" = "page"."key_type" and "reactions"."user_id" = "page"."key_user_id"
    order by "page"."order_0" desc, "page"."order_1" desc, "page"."order_2" desc;
--   MATERIALIZE page
--   SEARCH reactions USING PRIMARY KEY (app=? AND message_id=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH reactions USING PRIMARY KEY (app=? AND message_id=? AND type=? AND user_id=?)

-- reactions
select "id" from "messages" where "app" = ? and "id" = ?;
--   SEARCH messages USING COVERING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)

-- search

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.type not in ('deleted', 'system') and messages.number in (select rowid from messages_search where messages_search match ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN messages_search VIRTUAL TABLE INDEX 0:M1
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- search in channels

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.type not in ('deleted', 'system') and messages.number in (select rowid from messages_search where messages_search match ?) and messages.cid in (select channels.cid from channels where channels.app = ? and (channels.cid in (select members.cid from members where members.app = ? and "members"."user_id" in (?))))
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN messages_search VIRTUAL TABLE INDEX 0:M1
--   LIST SUBQUERY 3
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 2
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- search without words

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.type not in ('deleted', 'system') and messages.cid in (select channels.cid from channels where channels.app = ? and "channels"."cid" = ?) and ("messages"."user" = ? and case when json_type("messages"."custom", ?) in ('integer', 'real') then json_extract("messages"."custom", ?) end > ?)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING INDEX messages_by_channel (app=? AND cid=?)
--   LIST SUBQUERY 1
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- devices

    with page as materialized (
      select "devices"."id" as "key_id", "devices"."user_id" as "order_0", "devices"."id" as "order_1" from "devices"
      where devices.app = ? and "devices"."user_id" = ?
      order by "order_0", "order_1" limit ? offset ?
    )
    select "devices".*, page.*
    from page join "devices" on "devices"."app" = ? and "devices"."id" = "page"."key_id"
    order by "page"."order_0", "page"."order_1";
--   MATERIALIZE page
--   SEARCH devices USING COVERING INDEX devices_by_user (app=? AND user_id=?)
--   SCAN page
--   SEARCH devices USING INDEX sqlite_autoindex_devices_1 (app=? AND id=?)

-- bans

    with page as materialized (
      select "future_channel_bans"."created_by" as "key_created_by", "future_channel_bans"."target_id" as "key_target_id", "future_channel_bans"."created_by" as "order_0", "future_channel_bans"."target_id" as "order_1" from "future_channel_bans"
      where future_channel_bans.app = ?
      order by "order_0", "order_1" limit ? offset ?
    )
    select "future_channel_bans".*, page.*
    from page join "future_channel_bans" on "future_channel_bans"."app" = ? and "future_channel_bans"."created_by" = "page"."key_created_by" and "future_channel_bans"."target_id" = "page"."key_target_id"
    order by "page"."order_0", "page"."order_1";
--   MATERIALIZE page
--   SEARCH future_channel_bans USING PRIMARY KEY (app=?)
--   SCAN page
--   SEARCH future_channel_bans USING PRIMARY KEY (app=? AND created_by=? AND target_id=?)

-- knownItems
select "id" from "users" where "app" = ? and "id" in (?);
--   SEARCH users USING COVERING INDEX sqlite_autoindex_users_1 (app=? AND id=?)

-- knownItems
select "cid" from "channels" where "app" = ? and "cid" in (?);
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)

-- knownItems
select "cid", "user_id" from "members" where "app" = ? and (cid, user_id) in (values (?, ?));
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   LIST SUBQUERY 3
--   SCAN CONSTANT ROW

-- knownItems
select "id", "cid", "parent_id", "type", "created_at" from "messages" where "app" = ? and "id" in (?);
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)

