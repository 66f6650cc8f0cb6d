-- AlterEnum
ALTER TYPE "QuoteRegion" ADD VALUE 'NESTED';

-- AlterTable
ALTER TABLE "Quote" ADD COLUMN     "withinId" UUID;

-- CreateIndex
CREATE INDEX "Quote_withinId_idx" ON "Quote"("withinId") WHERE ("withinId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_withinId_fkey" FOREIGN KEY ("withinId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;
