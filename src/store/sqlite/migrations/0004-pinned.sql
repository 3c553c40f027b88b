-- The pinned messages of a channel are few among many.
create index messages_pinned on messages (app, cid, pinned_at, id) where pinned_at is not null;
