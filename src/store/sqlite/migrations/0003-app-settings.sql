-- Who confirms imports, and whether teams are kept apart.
alter table apps add column confirm text not null default 'operator' check (confirm in ('operator', 'uploader', 'automatic'));
alter table apps add column multi_tenant integer not null default 0;

alter table roles add column created_at text not null default '';
update roles set created_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now');

-- What a channel type sets of its configuration, as a JSON object; the rest is the default.
alter table channel_types add column config text not null default '{}';
alter table channel_types add column created_at text not null default '';
alter table channel_types add column updated_at text not null default '';
update channel_types set created_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now');
update channel_types set updated_at = created_at;
