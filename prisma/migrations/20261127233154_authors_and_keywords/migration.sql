-- Articles are found by their authors and keywords, letter case, accents and punctuation aside. One index answers for both.
ALTER TABLE "Article" ADD COLUMN "authorKeys" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "keywordKeys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What is stored already. Which signs are letters is for the database's own locale to say; where that differs from what is written with articles
-- from now on, as it may for scripts other than Latin, it is put right when the article is next read by a newer extractor.
CREATE FUNCTION pg_temp.key_of(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(nullif(trim(regexp_replace(
    replace(replace(replace(replace(translate(
      lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g')),
      'øłđðħıŧŋ', 'olddhitn'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[^[:alnum:]]+', ' ', 'g')), ''), name)
$$;

-- Each once, as it is spelt first.
CREATE FUNCTION pg_temp.labelled(given text[], OUT names text[], OUT keys text[]) LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(name ORDER BY nth), '{}'), coalesce(array_agg(key ORDER BY nth), '{}')
  FROM (
    SELECT DISTINCT ON (key) key, name, nth FROM (SELECT pg_temp.key_of(name) AS key, name, nth FROM unnest(given) WITH ORDINALITY AS one(name, nth)) AS all_of_them
    ORDER BY key, nth
  ) AS first
$$;

UPDATE "Article" AS article
SET "authors" = author.names, "authorKeys" = author.keys, "keywords" = keyword.names, "keywordKeys" = keyword.keys
FROM "Article" AS old, pg_temp.labelled(old."authors") AS author, pg_temp.labelled(old."keywords") AS keyword
WHERE article.id = old.id AND (old."authors" <> '{}' OR old."keywords" <> '{}');

CREATE INDEX "Article_authorKeys_keywordKeys_idx" ON "Article" USING GIN ("authorKeys", "keywordKeys");
