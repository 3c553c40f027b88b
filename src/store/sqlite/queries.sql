-- users
select * from "users" where "app" = ? and "id" > ? order by "id" limit ?;
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (app=? AND id>?)

-- channels
select "channels".*, (select count(*) as "count" from "members" where "members"."app" = "channels"."app" and "members"."cid" = "channels"."cid") as "member_count", (select count(*) as "count" from "messages" where "messages"."app" = "channels"."app" and "messages"."cid" = "channels"."cid" and (("messages"."parent_id" is null or "messages"."show_in_channel" = 1) and "messages"."type" != ?)) as "message_count", (select "messages"."created_at" from "messages" where "messages"."app" = "channels"."app" and "messages"."cid" = "channels"."cid" and (("messages"."parent_id" is null or "messages"."show_in_channel" = 1) and "messages"."type" != ?) order by "messages"."created_at" desc limit ?) as "last_message_at" from "channels" where "channels"."app" = ? and "channels"."cid" in (select "members"."cid" from "members" where "members"."app" = ? and "members"."user_id" = ?) and "channels"."cid" > ? order by "channels"."cid" limit ?;
--   SEARCH channels USING INDEX sqlite_autoindex_channels_1 (app=? AND cid=?)
--   LIST SUBQUERY 4
--   SEARCH members USING COVERING INDEX members_by_user (app=? AND user_id=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING PRIMARY KEY (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH messages USING COVERING INDEX messages_in_channel (app=? AND cid=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH messages USING COVERING INDEX messages_in_channel (app=? AND cid=?)

-- members
select * from "members" where "app" = ? and "cid" = ? and "user_id" > ? order by "user_id" limit ?;
--   SEARCH members USING PRIMARY KEY (app=? AND cid=? AND user_id>?)

-- members
select "ranges"."column1" as "after", (select count(*) as "count" from "messages" where "messages"."app" = ? and "messages"."cid" = ? and "messages"."created_at" > "ranges"."column1" and "messages"."created_at" <= "ranges"."column2" and (("messages"."parent_id" is null or "messages"."show_in_channel" = 1) and "messages"."type" != ?)) as "count" from (values (?, ?)) as "ranges";
--   CO-ROUTINE ranges
--   SCAN CONSTANT ROW
--   SCAN ranges
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH messages USING COVERING INDEX messages_in_channel (app=? AND cid=? AND created_at>? AND created_at<?)

-- messages
select * from "messages" where "app" = ? and "cid" = ? and ("messages"."parent_id" is null or "messages"."show_in_channel" = 1) and ("created_at", "id") < (?, ?) order by "created_at" desc, "id" desc limit ?;
--   SEARCH messages USING INDEX messages_in_channel (app=? AND cid=? AND (created_at,id)<(?,?))

-- replies
select * from "messages" where "app" = ? and "parent_id" = ? and ("created_at", "id") > (?, ?) order by "created_at", "id" limit ?;
--   SEARCH messages USING INDEX messages_by_parent (app=? AND parent_id=? AND (created_at,id)>(?,?))

-- replies
select "id" from "messages" where "app" = ? and "id" = ?;
--   SEARCH messages USING COVERING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)

-- reactions
select * from "reactions" where "app" = ? and "message_id" = ? and ("created_at", "type", "user_id") < (?, ?, ?) order by "created_at" desc, "type" desc, "user_id" desc limit ?;
--   SEARCH reactions USING PRIMARY KEY (app=? AND message_id=?)
--   USE TEMP B-TREE FOR ORDER BY

-- reactions
select "id" from "messages" where "app" = ? and "id" = ?;
--   SEARCH messages USING COVERING INDEX sqlite_autoindex_messages_1 (app=? AND id=?)

