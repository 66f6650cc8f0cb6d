-- AlterTable
ALTER TABLE "Quote" ADD COLUMN     "alternatives" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "sourceDescription" TEXT,
ADD COLUMN     "speakerConfidence" DOUBLE PRECISION;
