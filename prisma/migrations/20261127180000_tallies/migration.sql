-- Whole corpora are no longer counted row by row: how many of all articles and quotes have which value is kept, as the counts of nouns are.
CREATE TABLE "Tally" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Tally_what_idx" ON "Tally"("what");

INSERT INTO "Tally" ("id", "what", "value", "count")
SELECT md5(what || ' ' || value)::uuid, what, value, count(*)
FROM (
  SELECT what, value FROM "Quote" AS found JOIN "Article" AS article ON article.id = found."articleId" CROSS JOIN LATERAL (VALUES
    ('Quote.all', ''),
    ('Quote.days', CASE WHEN found."sortAt" > '0001-01-01T00:00:00.000Z' THEN to_char(found."sortAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END),
    ('Quote.kinds', found.kind::text),
    ('Quote.attributions', found.attribution::text),
    ('Quote.cues', nullif(lower(found."cueText"), '')),
    ('Quote.named', CASE WHEN coalesce(found."speakerId", found."organizationId") IS NULL THEN 'UNNAMED' ELSE 'NAMED' END),
    ('Quote.publishers', article.publisher),
    ('Quote.collections', article.collection),
    ('Quote.places', article."datelinePlaceId"::text)
  ) AS held(what, value)
  WHERE found.current AND found.act = 'SPEECH' AND found.region = 'BODY' AND value IS NOT NULL
  UNION ALL
  SELECT what, value FROM "Article" AS found CROSS JOIN LATERAL (VALUES
    ('Article.all', ''),
    ('Article.days', CASE WHEN found."sortAt" > '0001-01-01T00:00:00.000Z' THEN to_char(found."sortAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END),
    ('Article.publishers', found.publisher),
    ('Article.agencies', found."datelineAgency"),
    ('Article.collections', found.collection),
    ('Article.sections', found.section),
    ('Article.languages', found.language)
  ) AS held(what, value)
  WHERE found."supersededById" IS NULL AND value IS NOT NULL
) AS held
GROUP BY 2, 3;
