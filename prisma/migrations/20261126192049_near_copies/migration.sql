-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "bands" INTEGER[];

-- CreateIndex
CREATE INDEX "Article_bands_idx" ON "Article" USING GIN ("bands");
