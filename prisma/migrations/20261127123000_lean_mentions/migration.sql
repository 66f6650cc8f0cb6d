-- Which quotes name somebody stands beside the mention: a table of pairs took five times as much, most of it for its two indexes.
ALTER TABLE "Mention" ADD COLUMN "quoteIds" UUID[];
UPDATE "Mention" AS mention SET "quoteIds" = named.ids
FROM (SELECT "mentionId", array_agg("quoteId" ORDER BY "quoteId") AS ids FROM "QuoteMention" GROUP BY "mentionId") AS named
WHERE mention.id = named."mentionId";
DROP TABLE "QuoteMention";

-- The name that an article gives is mostly what it prints first, which stands in the words. Left as it is, which says the same, where spans do not
-- count characters, or where white space is not what PostgreSQL takes for it. The table is written anew, so there must be room for it twice.
ALTER TABLE "Mention"
  ALTER COLUMN "name" DROP NOT NULL,
  ALTER COLUMN "name" TYPE TEXT USING CASE
    WHEN "text" ~ '[\U00010000-\U0010FFFF]' OR "name" ~ '[\t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]' THEN "name"
    ELSE nullif("name", regexp_replace(left("text", split_part(split_part("spans", ' ', 1), '-', 2)::int - split_part("spans", '-', 1)::int), '\s+', ' ', 'g'))
  END;
