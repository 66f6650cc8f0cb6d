-- AlterTable
ALTER TABLE "Origin" ADD COLUMN     "notes" TEXT[];
