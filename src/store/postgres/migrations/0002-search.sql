-- The words of messages that are neither deleted nor by the system: the terms of search-text.ts with a space between two.
create table messages_search (
  app integer not null,
  id text collate "C" not null,
  words text collate "C" not null,
  primary key (app, id)
);

create index messages_search_terms on messages_search using gin (array_to_tsvector(string_to_array(words, ' ')));

-- What letters beyond ASCII become in text that is searched, by ranges of code points: `folded`, or where that is null
-- themselves; what is in no range parts words. A `mark` goes with the letter before it, and `unspaced` letters, of scripts
-- that put no space between words, are terms of their own. Filled from search-text.ts.
create table search_letters (
  first integer primary key,
  last integer not null,
  kind text not null check (kind in ('letter', 'mark', 'unspaced')),
  folded text collate "C"
);

-- The terms of a text with a space between two and at both ends. Marks are told by a character before them, and what
-- parts an unspaced letter from the next by one behind it and its marks.
create function search_words(value text) returns text
language sql immutable strict parallel safe cost 1000
return ' ' || trim(regexp_replace(
  case when octet_length(value) = length(value) then lower(value collate "C")
  else translate(regexp_replace(
    (select string_agg(
       case
         when ascii(c) < 128 then lower(c collate "C")
         else coalesce((
           select case when last < ascii(c) then ' ' else
             case kind
               when 'mark' then regexp_replace(coalesce(folded, c), '(.)', E'\x02\\1', 'g')
               when 'unspaced' then ' ' || coalesce(folded, c) || E'\x03'
               else coalesce(folded, c)
             end end
           from search_letters where first <= ascii(c) order by first desc limit 1), ' ')
       end, '' order by n)
     from unnest(string_to_array(normalize(value, nfc), null)) with ordinality as letters (c, n)),
    E'\x03((?:\x02[^\x02])*)', E'\\1 ', 'g'), E'\x02', '') end,
  E'[\x01-\x2f\x3a-\x60\x7b-\x7f]+', ' ', 'g')) || ' ';
