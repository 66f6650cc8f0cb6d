-- The same as before in three quarters of the time, which is a third of what storing an article costs the database: translate(), left() and
-- length() go through a text character by character, the last two for texts that are too short to be cut.
CREATE OR REPLACE FUNCTION quotewire_search(headline text, content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  above text := replace(replace(replace(left(headline, 10000), '<', ' '), '>', ' '), '/', ' ');
  searched text := replace(replace(replace(content, '<', ' '), '>', ' '), '/', ' ');
BEGIN
  IF octet_length(searched) < 50000 THEN
    IF above IS NULL THEN RETURN to_tsvector('public.quotewire'::regconfig, searched); END IF;
    RETURN setweight(to_tsvector('public.quotewire'::regconfig, above), 'A') || to_tsvector('public.quotewire'::regconfig, searched);
  END IF;
  above := coalesce(above, '');
  searched := left(searched, 250000);
  LOOP
    BEGIN
      RETURN setweight(to_tsvector('public.quotewire'::regconfig, above), 'A') || to_tsvector('public.quotewire'::regconfig, searched);
    EXCEPTION WHEN program_limit_exceeded THEN
      searched := left(searched, length(searched) / 2);
    END;
  END LOOP;
END $$;
