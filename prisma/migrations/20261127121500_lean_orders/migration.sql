-- Indexes for the orders of quotes in a third to a half of what they took. Ids are as good as random, and each was an entry of its own: quotes of one
-- article are one entry now, and those of one confidence or length are told apart by where they begin. Roles of a person are all read, in no order.
-- Two digits need no double precision. The table of quotes is written anew, so there must be room for it twice.
DROP INDEX "Quote_sortAt_id_idx";
DROP INDEX "Quote_confidence_id_idx";
DROP INDEX "Quote_length_id_idx";
DROP INDEX "Quote_speakerId_sortAt_id_idx";
DROP INDEX "Quote_organizationId_sortAt_id_idx";
DROP INDEX "Role_speakerId_sortAt_id_idx";

ALTER TABLE "Quote" ALTER COLUMN "confidence" TYPE REAL, ALTER COLUMN "speakerConfidence" TYPE REAL;

CREATE INDEX "Quote_sortAt_articleId_idx" ON "Quote"("sortAt", "articleId");
CREATE INDEX "Quote_confidence_start_idx" ON "Quote"("confidence", "start");
CREATE INDEX "Quote_length_start_idx" ON "Quote"("length", "start");
CREATE INDEX "Quote_speakerId_sortAt_articleId_idx" ON "Quote"("speakerId", "sortAt", "articleId") WHERE ("speakerId" IS NOT NULL);
CREATE INDEX "Quote_organizationId_sortAt_articleId_idx" ON "Quote"("organizationId", "sortAt", "articleId") WHERE ("organizationId" IS NOT NULL);
CREATE INDEX "Role_speakerId_idx" ON "Role"("speakerId");
