-- How many articles, and quotes in them, have which author and keyword is kept as well: by spelling, each with what it is found by.
ALTER TABLE "Tally" ADD COLUMN "key" TEXT;

INSERT INTO "Tally" ("id", "what", "value", "key", "count")
SELECT md5(what || ' ' || key || '@' || value)::uuid, what, value, key, sum(count)
FROM (
  SELECT model || '.' || facet AS what, value, key, count
  FROM "Article" AS found
  CROSS JOIN LATERAL (VALUES ('authors', found."authors", found."authorKeys"), ('keywords', found."keywords", found."keywordKeys")) AS list(facet, names, keys)
  CROSS JOIN LATERAL unnest(names, keys) AS one(value, key)
  CROSS JOIN LATERAL (VALUES ('Article', 1), ('Quote', found."quoteCount")) AS held(model, count)
  WHERE held.count > 0 AND found."supersededById" IS NULL
) AS held
GROUP BY 2, 3, 4;
