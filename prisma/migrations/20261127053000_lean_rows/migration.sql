-- Rows without what follows from others or takes more than it says. Tables are written anew, so there must be room for them twice.

-- Spans as text: an array of two numbers takes 29 bytes, `120-245` eight.
CREATE FUNCTION pg_temp.packed(spans int[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(spans[i] || '-' || spans[i + 1], ' ' ORDER BY i), '') FROM generate_series(1, cardinality(spans), 2) AS i
$$;

-- The forms of a mention that its article does not print. Spans count UTF-16 units: where those are not characters, all forms are kept, which says the same.
CREATE FUNCTION pg_temp.unprinted(spans int[], words text, forms text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  printed text[] := '{}';
  at int := 1;
BEGIN
  FOR i IN 1..coalesce(cardinality(spans), 0) BY 2 LOOP
    printed := printed || regexp_replace(substr(words, at, spans[i + 1] - spans[i]), '\s+', ' ', 'g');
    at := at + spans[i + 1] - spans[i] + 1;
  END LOOP;
  RETURN (
    SELECT string_agg(form, E'\n' ORDER BY n) FROM unnest(forms) WITH ORDINALITY AS known(form, n)
    WHERE at <> length(words) + 2 OR form <> ALL (printed)
  );
END $$;

ALTER TABLE "Quote"
  ALTER COLUMN "spans" TYPE TEXT USING pg_temp.packed("spans"), ALTER COLUMN "spans" SET NOT NULL,
  ALTER COLUMN "cueSpans" TYPE TEXT USING pg_temp.packed("cueSpans"), ALTER COLUMN "cueSpans" SET NOT NULL,
  ALTER COLUMN "sourceSpans" TYPE TEXT USING pg_temp.packed("sourceSpans"), ALTER COLUMN "sourceSpans" SET NOT NULL,
  ALTER COLUMN "audienceSpans" TYPE TEXT USING pg_temp.packed("audienceSpans"), ALTER COLUMN "audienceSpans" SET NOT NULL,
  ALTER COLUMN "chainSpans" TYPE TEXT USING pg_temp.packed("chainSpans"), ALTER COLUMN "chainSpans" SET NOT NULL;

ALTER TABLE "Mention"
  ALTER COLUMN "aliases" TYPE TEXT USING pg_temp.unprinted("spans", "text", "aliases"),
  ALTER COLUMN "spans" TYPE TEXT USING pg_temp.packed("spans"), ALTER COLUMN "spans" SET NOT NULL;
ALTER TABLE "Mention" RENAME COLUMN "aliases" TO "gazetteer";

-- Nothing looks into the forms of a noun, and as they are written they take half. Its key is in its id. Names are searched by an index alone; articles
-- and quotes keep their vectors, which a search by rank reads of a thousand.
ALTER TABLE "Speaker" DROP COLUMN "search", DROP COLUMN "key",
  ALTER COLUMN "forms" DROP DEFAULT, ALTER COLUMN "forms" TYPE JSON USING "forms"::json, ALTER COLUMN "forms" SET DEFAULT '{}';
ALTER TABLE "Organization" DROP COLUMN "search", DROP COLUMN "key",
  ALTER COLUMN "forms" DROP DEFAULT, ALTER COLUMN "forms" TYPE JSON USING "forms"::json, ALTER COLUMN "forms" SET DEFAULT '{}';
ALTER TABLE "Place" DROP COLUMN "search", DROP COLUMN "key",
  ALTER COLUMN "forms" DROP DEFAULT, ALTER COLUMN "forms" TYPE JSON USING "forms"::json, ALTER COLUMN "forms" SET DEFAULT '{}';
CREATE INDEX "Speaker_search_idx" ON "Speaker" USING GIN (quotewire_search(NULL, quotewire_names("normalized")));
CREATE INDEX "Organization_search_idx" ON "Organization" USING GIN (quotewire_search(NULL, quotewire_names("normalized")));
CREATE INDEX "Place_search_idx" ON "Place" USING GIN (quotewire_search(NULL, quotewire_names("normalized")));
