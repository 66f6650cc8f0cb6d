-- CreateEnum
CREATE TYPE "TimePrecision" AS ENUM ('YEAR', 'MONTH', 'DAY', 'MINUTE', 'SECOND');

-- CreateEnum
CREATE TYPE "OriginKind" AS ENUM ('ID', 'URL', 'FILE');

-- CreateEnum
CREATE TYPE "QuoteKind" AS ENUM ('DIRECT', 'INDIRECT', 'MIXED');

-- CreateEnum
CREATE TYPE "QuoteAct" AS ENUM ('SPEECH', 'ATTITUDE');

-- CreateEnum
CREATE TYPE "QuoteRegion" AS ENUM ('BODY', 'HEADLINE');

-- CreateEnum
CREATE TYPE "Attribution" AS ENUM ('NAME', 'SURNAME', 'TITLE', 'PRONOUN', 'ELLIPSIS', 'ORGANIZATION', 'UNNAMED', 'NONE');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('AGENCY', 'COMPANY', 'GOVERNMENT', 'INTERNATIONAL', 'PARTY', 'MEDIA', 'SPORT', 'EDUCATION', 'OTHER');

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "contentHash" BYTEA NOT NULL,
    "headline" TEXT,
    "authors" TEXT[],
    "publisher" TEXT,
    "url" TEXT,
    "section" TEXT,
    "keywords" TEXT[],
    "language" TEXT,
    "collection" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedPrecision" "TimePrecision",
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededById" UUID,
    "wordCount" INTEGER NOT NULL,
    "bodyStart" INTEGER NOT NULL,
    "bodyEnd" INTEGER NOT NULL,
    "datelineStart" INTEGER,
    "datelineEnd" INTEGER,
    "datelineText" TEXT,
    "datelinePlace" TEXT,
    "datelineAgency" TEXT,
    "datelineDay" TEXT,
    "datelinePlaceId" UUID,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Origin" (
    "id" UUID NOT NULL,
    "kind" "OriginKind" NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "articleId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "headline" TEXT,
    "authors" TEXT[],
    "publisher" TEXT,
    "section" TEXT,
    "keywords" TEXT[],
    "language" TEXT,
    "collection" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedPrecision" "TimePrecision",

    CONSTRAINT "Origin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extraction" (
    "articleId" UUID NOT NULL,
    "extractor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "notes" TEXT[],
    "headline" TEXT,
    "authors" TEXT[],
    "language" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedPrecision" "TimePrecision",

    CONSTRAINT "Extraction_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Quote" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "kind" "QuoteKind" NOT NULL,
    "act" "QuoteAct" NOT NULL,
    "region" "QuoteRegion" NOT NULL,
    "spans" INTEGER[],
    "text" TEXT NOT NULL,
    "cueSpans" INTEGER[],
    "cueText" TEXT NOT NULL,
    "sourceSpans" INTEGER[],
    "sourceText" TEXT NOT NULL,
    "audienceSpans" INTEGER[],
    "audienceText" TEXT NOT NULL,
    "chainSpans" INTEGER[],
    "chainText" TEXT NOT NULL,
    "attribution" "Attribution" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "speakerId" UUID,
    "organizationId" UUID,
    "start" INTEGER NOT NULL,
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "normalized" TEXT[],
    "isFullName" BOOLEAN NOT NULL,
    "quoteCount" INTEGER NOT NULL DEFAULT 0,
    "articleCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "organization" TEXT,
    "country" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "aliases" TEXT[],
    "normalized" TEXT[],
    "kind" "OrganizationKind",
    "quoteCount" INTEGER NOT NULL DEFAULT 0,
    "articleCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalized" TEXT[],
    "articleCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "speakerId" UUID,
    "organizationId" UUID,
    "placeId" UUID,
    "spans" INTEGER[],
    "text" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "kind" "OrganizationKind",
    "aliases" TEXT[],
    "normalized" TEXT[],
    "quoteCount" INTEGER NOT NULL DEFAULT 0,
    "start" INTEGER NOT NULL,
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorpusState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CorpusState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Article_sortAt_id_idx" ON "Article"("sortAt", "id");

-- CreateIndex
CREATE INDEX "Article_publisher_sortAt_id_idx" ON "Article"("publisher", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Article_datelinePlaceId_idx" ON "Article"("datelinePlaceId");

-- CreateIndex
CREATE INDEX "Article_supersededById_idx" ON "Article"("supersededById");

-- CreateIndex
CREATE INDEX "Origin_articleId_idx" ON "Origin"("articleId");

-- CreateIndex
CREATE INDEX "Origin_url_idx" ON "Origin"("url");

-- CreateIndex
CREATE INDEX "Quote_articleId_start_id_idx" ON "Quote"("articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Quote_sortAt_id_idx" ON "Quote"("sortAt", "id");

-- CreateIndex
CREATE INDEX "Quote_speakerId_sortAt_id_idx" ON "Quote"("speakerId", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Quote_organizationId_sortAt_id_idx" ON "Quote"("organizationId", "sortAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_key_key" ON "Speaker"("key");

-- CreateIndex
CREATE INDEX "Speaker_name_id_idx" ON "Speaker"("name", "id");

-- CreateIndex
CREATE INDEX "Speaker_normalized_idx" ON "Speaker" USING GIN ("normalized");

-- CreateIndex
CREATE INDEX "Speaker_quoteCount_id_idx" ON "Speaker"("quoteCount", "id");

-- CreateIndex
CREATE INDEX "Role_articleId_idx" ON "Role"("articleId");

-- CreateIndex
CREATE INDEX "Role_speakerId_sortAt_id_idx" ON "Role"("speakerId", "sortAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_key_key" ON "Organization"("key");

-- CreateIndex
CREATE INDEX "Organization_name_id_idx" ON "Organization"("name", "id");

-- CreateIndex
CREATE INDEX "Organization_normalized_idx" ON "Organization" USING GIN ("normalized");

-- CreateIndex
CREATE INDEX "Organization_articleCount_id_idx" ON "Organization"("articleCount", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Place_key_key" ON "Place"("key");

-- CreateIndex
CREATE INDEX "Place_name_id_idx" ON "Place"("name", "id");

-- CreateIndex
CREATE INDEX "Place_normalized_idx" ON "Place" USING GIN ("normalized");

-- CreateIndex
CREATE INDEX "Mention_articleId_start_id_idx" ON "Mention"("articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Mention_speakerId_sortAt_articleId_idx" ON "Mention"("speakerId", "sortAt", "articleId");

-- CreateIndex
CREATE INDEX "Mention_organizationId_sortAt_articleId_idx" ON "Mention"("organizationId", "sortAt", "articleId");

-- CreateIndex
CREATE INDEX "Mention_placeId_sortAt_articleId_idx" ON "Mention"("placeId", "sortAt", "articleId");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_datelinePlaceId_fkey" FOREIGN KEY ("datelinePlaceId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Origin" ADD CONSTRAINT "Origin_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extraction" ADD CONSTRAINT "Extraction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_one_noun" CHECK (num_nonnulls("speakerId", "organizationId", "placeId") = 1);
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_one_source" CHECK (num_nonnulls("speakerId", "organizationId") <= 1);
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_confidence" CHECK ("confidence" BETWEEN 0 AND 1);
INSERT INTO "CorpusState" ("id", "version") VALUES (1, 0);
