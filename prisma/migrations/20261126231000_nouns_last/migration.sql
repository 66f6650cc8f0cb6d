-- Whoever adds articles may make the nouns that they name last: another who names the same new noun waits for it until the end of the transaction.
ALTER TABLE "Article" ALTER CONSTRAINT "Article_datelinePlaceId_fkey" DEFERRABLE;
ALTER TABLE "Quote" ALTER CONSTRAINT "Quote_speakerId_fkey" DEFERRABLE;
ALTER TABLE "Quote" ALTER CONSTRAINT "Quote_organizationId_fkey" DEFERRABLE;
ALTER TABLE "Role" ALTER CONSTRAINT "Role_speakerId_fkey" DEFERRABLE;
ALTER TABLE "Role" ALTER CONSTRAINT "Role_organizationId_fkey" DEFERRABLE;
ALTER TABLE "Mention" ALTER CONSTRAINT "Mention_speakerId_fkey" DEFERRABLE;
ALTER TABLE "Mention" ALTER CONSTRAINT "Mention_organizationId_fkey" DEFERRABLE;
ALTER TABLE "Mention" ALTER CONSTRAINT "Mention_placeId_fkey" DEFERRABLE;
