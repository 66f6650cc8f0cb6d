-- Full-text search: English stems, accents aside, no word left out ("we will not" is a quote worth finding).
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH DICTIONARY quotewire_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION quotewire (COPY = english);
ALTER TEXT SEARCH CONFIGURATION quotewire
  ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH unaccent, quotewire_stem;

-- What a text is found by: its first 250,000 characters, fewer where their words fill more than the megabyte that a tsvector holds.
-- Tags, paths and addresses are taken apart into their words.
CREATE FUNCTION quotewire_search(headline text, content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  searched text := translate(left(content, 250000), '<>/', '   ');
  above text := translate(left(coalesce(headline, ''), 10000), '<>/', '   ');
BEGIN
  IF length(searched) < 50000 THEN
    RETURN setweight(to_tsvector('public.quotewire'::regconfig, above), 'A') || to_tsvector('public.quotewire'::regconfig, searched);
  END IF;
  LOOP
    BEGIN
      RETURN setweight(to_tsvector('public.quotewire'::regconfig, above), 'A') || to_tsvector('public.quotewire'::regconfig, searched);
    EXCEPTION WHEN program_limit_exceeded THEN
      searched := left(searched, length(searched) / 2);
    END;
  END LOOP;
END $$;

-- All forms of a name as one text, for trigrams.
CREATE FUNCTION quotewire_names(forms text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(forms, chr(10)) $$;

ALTER TABLE "Article" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (quotewire_search("headline", "text")) STORED;
ALTER TABLE "Quote" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (quotewire_search(NULL, "text")) STORED;
CREATE INDEX "Article_search_idx" ON "Article" USING GIN ("search");
CREATE INDEX "Quote_search_idx" ON "Quote" USING GIN ("search");

-- Names as one types them: by their words' beginnings or, where a letter is wrong, by likeness.
CREATE INDEX "Speaker_names_idx" ON "Speaker" USING GIN (quotewire_names("normalized") gin_trgm_ops);
CREATE INDEX "Organization_names_idx" ON "Organization" USING GIN (quotewire_names("normalized") gin_trgm_ops);
CREATE INDEX "Place_names_idx" ON "Place" USING GIN (quotewire_names("normalized") gin_trgm_ops);

-- Orders by length and confidence page as cheaply as those by date.
CREATE INDEX "Quote_confidence_id_idx" ON "Quote"("confidence", "id");
CREATE INDEX "Article_wordCount_id_idx" ON "Article"("wordCount", "id");
