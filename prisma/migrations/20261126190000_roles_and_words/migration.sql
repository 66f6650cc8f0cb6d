-- What quotes are filtered and ordered by: the speaker's role then, who is named in the words, their length.
ALTER TABLE "Role" ADD COLUMN "organizationId" UUID;
ALTER TABLE "Quote" ADD COLUMN "roleId" UUID,
  ADD COLUMN "length" INTEGER NOT NULL GENERATED ALWAYS AS (char_length("text")) STORED;
ALTER TABLE "Article" ADD COLUMN "quoteCount" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "QuoteMention" (
  "quoteId" UUID NOT NULL,
  "mentionId" UUID NOT NULL,
  CONSTRAINT "QuoteMention_pkey" PRIMARY KEY ("quoteId", "mentionId")
);

-- Nouns are searched in the way of texts, by every form they have.
ALTER TABLE "Speaker" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (quotewire_search(NULL, quotewire_names("normalized"))) STORED;
ALTER TABLE "Organization" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (quotewire_search(NULL, quotewire_names("normalized"))) STORED;
ALTER TABLE "Place" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (quotewire_search(NULL, quotewire_names("normalized"))) STORED;

-- What is stored already says all of it.
UPDATE "Role" AS role SET "organizationId" = (
  SELECT mention."organizationId" FROM "Mention" AS mention
  WHERE mention."articleId" = role."articleId" AND mention."organizationId" IS NOT NULL AND (
    mention.name = role.organization OR EXISTS (
      SELECT FROM generate_series(1, array_length(mention.spans, 1), 2) AS m
      WHERE role.start <= mention.spans[m] AND mention.spans[m + 1] <= role."end"
    )
  )
  ORDER BY mention.name IS NOT DISTINCT FROM role.organization DESC, mention.start LIMIT 1
);
UPDATE "Quote" AS quote SET "roleId" = (
  SELECT role.id FROM "Role" AS role WHERE role."articleId" = quote."articleId" AND role."speakerId" = quote."speakerId"
  ORDER BY role.start, role.id LIMIT 1
) WHERE quote."speakerId" IS NOT NULL;
UPDATE "Article" AS article SET "quoteCount" = (
  SELECT count(*) FROM "Quote" AS quote WHERE quote."articleId" = article.id AND quote.act = 'SPEECH' AND quote.region = 'BODY'
);
INSERT INTO "QuoteMention" ("quoteId", "mentionId")
SELECT quote.id, mention.id FROM "Quote" AS quote JOIN "Mention" AS mention USING ("articleId")
WHERE EXISTS (
  SELECT FROM generate_series(1, array_length(quote.spans, 1), 2) AS q, generate_series(1, array_length(mention.spans, 1), 2) AS m
  WHERE quote.spans[q] <= mention.spans[m] AND mention.spans[m + 1] <= quote.spans[q + 1]
);

CREATE INDEX "Article_quoteCount_id_idx" ON "Article"("quoteCount", "id");
CREATE INDEX "Quote_length_id_idx" ON "Quote"("length", "id");
CREATE INDEX "Quote_roleId_idx" ON "Quote"("roleId");
CREATE INDEX "QuoteMention_mentionId_idx" ON "QuoteMention"("mentionId");
CREATE INDEX "Role_organizationId_idx" ON "Role"("organizationId");
CREATE INDEX "Speaker_search_idx" ON "Speaker" USING GIN ("search");
CREATE INDEX "Organization_search_idx" ON "Organization" USING GIN ("search");
CREATE INDEX "Place_search_idx" ON "Place" USING GIN ("search");

ALTER TABLE "Quote" ADD CONSTRAINT "Quote_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "QuoteMention" ADD CONSTRAINT "QuoteMention_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "QuoteMention" ADD CONSTRAINT "QuoteMention_mentionId_fkey" FOREIGN KEY ("mentionId") REFERENCES "Mention"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Role" ADD CONSTRAINT "Role_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;
