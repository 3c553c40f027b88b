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
select "ranges"."column1" as "cid", "ranges"."column2" as "after", (select count(*) from messages indexed by messages_that_count
        where messages.app = ? and messages.cid = ranges.column1 and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')
          and messages.created_at > ranges.column2 and messages.created_at <= ranges.column3) as "count" from (values (?, ?, ?)) as "ranges";
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

    select 1 as "found" from "messages" where messages.app = ? and messages.id = ?;
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

    select 1 as "found" from "messages" where messages.app = ? and messages.id = ?;
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

-- threads

    with page as materialized (
      select "messages"."id" as "key_id", (select max(replies.created_at) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.id in (select replies.parent_id from messages as replies where replies.app = ? and replies.cid in (select members.cid from members where members.app = ? and members.user_id = ?) and replies.parent_id is not null and replies.type <> 'deleted') and messages.cid in (select channels.cid from channels where channels.app = ? and channels.cid in (select members.cid from members where members.app = ? and members.user_id = ?)) and (messages.user = ? or not exists (select 1 from json_each("messages"."restricted_visibility") as entry where true) or exists (select 1 from json_each("messages"."restricted_visibility") as entry where "entry"."value" = ?)) and not exists (select 1 from members where members.app = ? and members.cid = messages.cid and members.user_id = ? and messages.created_at < members.hide_messages_before) and not exists (select 1 from channels where channels.app = ? and channels.cid = messages.cid and messages.created_at < channels.truncated_at) and (messages.user = ? or messages.id in (select replies.parent_id from messages as replies where replies.app = ? and replies.cid in (select members.cid from members where members.app = ? and members.user_id = ?) and replies.parent_id is not null and replies.type <> 'deleted' and replies.user = ?))
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   LIST SUBQUERY 3
--   SEARCH replies USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   LIST SUBQUERY 2
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   LIST SUBQUERY 5
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 4
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER
--   LIST SUBQUERY 11
--   SEARCH replies USING INDEX messages_by_channel (app=? AND cid=?)
--   LIST SUBQUERY 10
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER
--   CORRELATED SCALAR SUBQUERY 6
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 7
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 8
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 9
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 13
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- channels that a user sees

    with page as materialized (
      select "channels"."cid" as "key_cid", coalesce((select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1), channels.created_at) as "order_0", "channels"."cid" as "order_1" from "channels"
      where channels.app = ? and channels.cid in (select members.cid from members where members.app = ? and members.user_id = ?) and "channels"."cid" = ?
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "channels".*, page.*, (select count(*) from members where members.app = channels.app and members.cid = channels.cid) as "member_count", (select count(*) from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')) as "message_count", (select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1) as "last_message_at"
    from page join "channels" on "channels"."app" = ? and "channels"."cid" = "page"."key_cid"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 2
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   SCAN page
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)

-- messages that a user sees

    with page as materialized (
      select "messages"."id" as "key_id", "messages"."created_at" as "order_0", "messages"."id" as "order_1" from "messages"
      where messages.app = ? and messages.cid = ? and (messages.parent_id is null or messages.show_in_channel = 1) and (messages.user = ? or not exists (select 1 from json_each("messages"."restricted_visibility") as entry where true) or exists (select 1 from json_each("messages"."restricted_visibility") as entry where "entry"."value" = ?)) and not exists (select 1 from members where members.app = ? and members.cid = messages.cid and members.user_id = ? and messages.created_at < members.hide_messages_before) and not exists (select 1 from channels where channels.app = ? and channels.cid = messages.cid and messages.created_at < channels.truncated_at)
      order by "order_0" desc, "order_1" desc limit ? offset ?
    )
    select "messages".*, page.*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count"
    from page join "messages" on "messages"."app" = ? and "messages"."id" = "page"."key_id"
    order by "page"."order_0" desc, "page"."order_1" desc;
--   MATERIALIZE page
--   SEARCH messages USING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 2
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   SCAN page
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- messages that a user sees

    select 1 as "found" from "channels" where channels.app = ? and channels.cid = ? and channels.cid in (select members.cid from members where members.app = ? and members.user_id = ?);
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 1
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER

-- message that a user sees

    select "messages".*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as "reply_count" from "messages"
    where "messages"."app" = ? and "messages"."id" in (select entry.value from json_each(?) as entry) and messages.cid in (select channels.cid from channels where channels.app = ? and channels.cid in (select members.cid from members where members.app = ? and members.user_id = ?)) and (messages.user = ? or not exists (select 1 from json_each("messages"."restricted_visibility") as entry where true) or exists (select 1 from json_each("messages"."restricted_visibility") as entry where "entry"."value" = ?)) and not exists (select 1 from members where members.app = ? and members.cid = messages.cid and members.user_id = ? and messages.created_at < members.hide_messages_before) and not exists (select 1 from channels where channels.app = ? and channels.cid = messages.cid and messages.created_at < channels.truncated_at);
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   LIST SUBQUERY 2
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   LIST SUBQUERY 4
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 3
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CREATE BLOOM FILTER
--   CORRELATED SCALAR SUBQUERY 5
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 6
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 7
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 8
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)

-- usersById

    select "users".* from "users"
    where "users"."app" = ? and "users"."id" in (select entry.value from json_each(?) as entry);
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id=?)
--   LIST SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:

-- channelsById

    select "channels".*, (select count(*) from members where members.app = channels.app and members.cid = channels.cid) as "member_count", (select messages.created_at from messages where messages.app = channels.app and messages.cid = channels.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted') order by messages.created_at desc limit 1) as "last_message_at" from "channels"
    where "channels"."app" = ? and "channels"."cid" in (select entry.value from json_each(?) as entry);
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)

-- channelDetails

    select "messages".*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as reply_count
    from channels join messages on messages.app = channels.app and messages.id in (
      select messages.id from messages
      where messages.app = channels.app and messages.cid = channels.cid and (messages.parent_id is null or messages.show_in_channel = 1)
      order by "messages"."created_at" desc, messages.id desc limit ?
    )
    where channels.app = ? and "channels"."cid" in (select entry.value from json_each(?) as entry)
    order by "messages"."created_at" desc, messages.id desc;
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED LIST SUBQUERY 2
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)
--   USE TEMP B-TREE FOR ORDER BY

-- channelDetails

    select "messages".*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as reply_count
    from channels join messages on messages.app = channels.app and messages.id in (
      select messages.id from messages
      where messages.app = channels.app and messages.cid = channels.cid and (messages.pinned_at is not null and (messages.pin_expires is null or messages.pin_expires > ?)) and messages.type <> 'deleted'
      order by "messages"."pinned_at" desc, messages.id desc limit ?
    )
    where channels.app = ? and "channels"."cid" in (select entry.value from json_each(?) as entry)
    order by "messages"."pinned_at" desc, messages.id desc;
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED LIST SUBQUERY 2
--   SEARCH messages USING INDEX messages_pinned (app=? AND cid=? AND pinned_at>?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)
--   USE TEMP B-TREE FOR ORDER BY

-- channelDetails

    select "members".*
    from channels join members on members.app = channels.app and members.cid = channels.cid
      and members.user_id in (
      select user_id from (
        select members.user_id from members
        where members.app = channels.app and members.cid = channels.cid and true
        order by members.created_at, members.user_id limit ? offset ?
      ) as first
    )
    where channels.app = ? and "channels"."cid" in (select entry.value from json_each(?) as entry) and true
    order by members.created_at, members.user_id;
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED LIST SUBQUERY 2
--   CO-ROUTINE first
--   SEARCH members USING COVERING INDEX members_by_time (app=? AND cid=?)
--   SCAN first
--   USE TEMP B-TREE FOR ORDER BY

-- channelDetails

    select "members".*, (
        select messages.id from messages
        where messages.app = members.app and messages.cid = members.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')
          and messages.created_at <= members.last_read
        order by messages.created_at desc, messages.id desc limit 1
      ) as last_read_id
    from channels join members on members.app = channels.app and members.cid = channels.cid
      and members.user_id in (
      select user_id from (
        select members.user_id from members
        where members.app = channels.app and members.cid = channels.cid and members.last_read is not null
        order by members.last_read desc, members.user_id limit ? offset ?
      ) as first union select ?
    )
    where channels.app = ? and "channels"."cid" in (select entry.value from json_each(?) as entry) and members.last_read is not null
    order by members.last_read desc, members.user_id;
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 5
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   CORRELATED LIST SUBQUERY 4
--   MERGE (UNION)
--   LEFT
--   CO-ROUTINE first
--   SEARCH members USING PRIMARY KEY (app=? AND cid=?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN first
--   USE TEMP B-TREE FOR ORDER BY
--   RIGHT
--   SCAN CONSTANT ROW
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_by_channel (app=? AND cid=? AND created_at<?)
--   USE TEMP B-TREE FOR ORDER BY

-- channelDetails
select "ranges"."column1" as "cid", "ranges"."column2" as "after", (select count(*) from messages indexed by messages_that_count
        where messages.app = ? and messages.cid = ranges.column1 and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')
          and messages.created_at > ranges.column2 and messages.created_at <= ranges.column3) as "count" from (values (?, ?, ?)) as "ranges";
--   CO-ROUTINE ranges
--   SCAN CONSTANT ROW
--   SCAN ranges
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING INDEX messages_that_count (app=? AND cid=? AND created_at>? AND created_at<?)

-- channelDetails

    select "members".*
    from channels join members on members.app = channels.app and members.cid = channels.cid
      and members.user_id in (
      select ?
    )
    where channels.app = ? and "channels"."cid" in (select entry.value from json_each(?) as entry) and true
    order by members.created_at, members.user_id;
--   SEARCH channels USING COVERING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 2
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id=?)
--   LIST SUBQUERY 1
--   SCAN CONSTANT ROW
--   USE TEMP B-TREE FOR ORDER BY

-- messageDetails

    select "message_id", type, count(*) as count, sum(coalesce(case when json_type("reactions"."custom", ?) in ('integer', 'real') then json_extract("reactions"."custom", ?) end, 1) * 1.0) as score,
      min(created_at) as first_at, max(created_at) as last_at
    from reactions where app = ? and "message_id" in (select entry.value from json_each(?) as entry)
    group by message_id, type order by message_id, type;
--   SEARCH reactions USING PRIMARY KEY (app=? AND message_id=?)
--   LIST SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:

-- messageDetails

    select * from (
      select "reactions".*, row_number() over (
        partition by message_id order by created_at desc, type desc, user_id desc
      ) as place
      from reactions where app = ? and "message_id" in (select entry.value from json_each(?) as entry)
    ) as placed
    where place <= ? or user_id = ? order by message_id, place;
--   CO-ROUTINE placed
--   CO-ROUTINE (subquery-4)
--   SEARCH reactions USING PRIMARY KEY (app=? AND message_id=?)
--   LIST SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR LAST 3 TERMS OF ORDER BY
--   SCAN (subquery-4)
--   SCAN placed
--   USE TEMP B-TREE FOR ORDER BY

-- messageDetails

    select * from (
      select messages.parent_id as message_id, "messages"."user", row_number() over (
        partition by messages.parent_id order by min(messages.created_at), "messages"."user"
      ) as place
      from messages where messages.app = ? and "messages"."parent_id" in (select entry.value from json_each(?) as entry) and messages.type <> 'deleted'
      group by messages.parent_id, "messages"."user"
    ) as placed
    where place <= ? order by message_id, place;
--   CO-ROUTINE placed
--   CO-ROUTINE (subquery-4)
--   SEARCH messages USING INDEX messages_by_parent (app=? AND parent_id=?)
--   LIST SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN (subquery-4)
--   SCAN placed
--   USE TEMP B-TREE FOR ORDER BY

-- latestReplies

    select "messages".*, (select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted') as reply_count
    from messages as parents join messages on messages.app = parents.app and messages.id in (
      select messages.id from messages
      where messages.app = parents.app and messages.parent_id = parents.id and messages.type <> 'deleted'
      order by messages.created_at desc, messages.id desc limit ?
    )
    where parents.app = ? and "parents"."id" in (select entry.value from json_each(?) as entry)
    order by messages.created_at desc, messages.id desc;
--   SEARCH parents USING COVERING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   SEARCH messages USING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)
--   CORRELATED LIST SUBQUERY 2
--   SEARCH messages USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH replies USING COVERING INDEX messages_by_parent (app=? AND parent_id=?)
--   USE TEMP B-TREE FOR ORDER BY

-- unread

    select "users".id from users
    where users.app = ? and "users"."id" in (select entry.value from json_each(?) as entry);
--   SEARCH users USING COVERING INDEX sqlite_autoindex_users_1 (app=? AND id=?)
--   LIST SUBQUERY 1
--   SCAN entry VIRTUAL TABLE INDEX 1:

-- unread

    select * from (
      select "members".user_id, members.cid, channels.team, members.last_read,
        (select count(*) from messages indexed by messages_that_count
          where messages.app = ? and messages.cid = members.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')
            and messages.created_at > members.last_read) as unread,
        (select max(messages.created_at) from messages indexed by messages_that_count
          where messages.app = ? and messages.cid = members.cid and ((messages.parent_id is null or messages.show_in_channel = 1) and messages.type <> 'deleted')) as last_message_at
      from members join channels on channels.app = members.app and channels.cid = members.cid
      where members.app = ? and "members"."user_id" in (select entry.value from json_each(?) as entry) and members.last_read is not null
    ) as counts
    where unread > 0 order by last_message_at desc, cid;
--   SEARCH members USING INDEX members_by_user (app=? AND user_id=?)
--   LIST SUBQUERY 3
--   SCAN entry VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING INDEX messages_that_count (app=? AND cid=? AND created_at>?)
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING INDEX messages_that_count (app=? AND cid=? AND created_at>?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH messages USING INDEX messages_that_count (app=? AND cid=?)
--   USE TEMP B-TREE FOR ORDER BY

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

