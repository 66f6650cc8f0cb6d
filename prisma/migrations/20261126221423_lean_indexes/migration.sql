-- Indexes without what nobody looks for there: rows that name nobody (two of three mentions in each index of mentions), and the order within an
-- article, whose few rows are sorted as fast as they are read; without it PostgreSQL keeps an article's rows as one entry.

-- DropIndex
DROP INDEX "Article_datelinePlaceId_idx";

-- DropIndex
DROP INDEX "Article_supersededById_idx";

-- DropIndex
DROP INDEX "Mention_articleId_start_id_idx";

-- DropIndex
DROP INDEX "Mention_organizationId_sortAt_articleId_idx";

-- DropIndex
DROP INDEX "Mention_placeId_sortAt_articleId_idx";

-- DropIndex
DROP INDEX "Mention_speakerId_sortAt_articleId_idx";

-- DropIndex
DROP INDEX "Origin_url_idx";

-- DropIndex
DROP INDEX "Quote_articleId_start_id_idx";

-- DropIndex
DROP INDEX "Quote_organizationId_sortAt_id_idx";

-- DropIndex
DROP INDEX "Quote_roleId_idx";

-- DropIndex
DROP INDEX "Quote_speakerId_sortAt_id_idx";

-- DropIndex
DROP INDEX "Role_organizationId_idx";

-- CreateIndex
CREATE INDEX "Article_datelinePlaceId_idx" ON "Article"("datelinePlaceId") WHERE ("datelinePlaceId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Article_supersededById_idx" ON "Article"("supersededById") WHERE ("supersededById" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Mention_articleId_idx" ON "Mention"("articleId");

-- CreateIndex
CREATE INDEX "Mention_speakerId_sortAt_articleId_idx" ON "Mention"("speakerId", "sortAt", "articleId") WHERE ("speakerId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Mention_organizationId_sortAt_articleId_idx" ON "Mention"("organizationId", "sortAt", "articleId") WHERE ("organizationId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Mention_placeId_sortAt_articleId_idx" ON "Mention"("placeId", "sortAt", "articleId") WHERE ("placeId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Origin_url_idx" ON "Origin"("url") WHERE ("url" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Quote_articleId_idx" ON "Quote"("articleId");

-- CreateIndex
CREATE INDEX "Quote_speakerId_sortAt_id_idx" ON "Quote"("speakerId", "sortAt", "id") WHERE ("speakerId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Quote_organizationId_sortAt_id_idx" ON "Quote"("organizationId", "sortAt", "id") WHERE ("organizationId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Quote_roleId_idx" ON "Quote"("roleId") WHERE ("roleId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Role_organizationId_idx" ON "Role"("organizationId") WHERE ("organizationId" IS NOT NULL);
