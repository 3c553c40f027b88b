-- Whoever signs in sweeps away the sessions that nobody ended: there are never more than were begun in a week.
create trigger sessions_swept after insert on sessions begin
  delete from sessions where expires_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
end;
