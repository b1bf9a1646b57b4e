-- Codes in messages are cleared once they are old; found here without reading the others.
create index message_secret on message (created_at) where secret and body <> '';
