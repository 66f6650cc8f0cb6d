-- CreateEnum
CREATE TYPE "RunKind" AS ENUM ('LOAD', 'REEXTRACTION');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('RUNNING', 'DONE', 'STOPPED', 'FAILED', 'KILLED');

-- CreateTable
CREATE TABLE "IngestRun" (
    "id" UUID NOT NULL,
    "kind" "RunKind" NOT NULL,
    "status" "RunStatus" NOT NULL,
    "source" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "removedEarlier" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "IngestRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "Claim" (
    "articleId" UUID NOT NULL,
    "runId" UUID NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "IngestRun_startedAt_id_idx" ON "IngestRun"("startedAt", "id");
