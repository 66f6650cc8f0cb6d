-- CreateTable
CREATE TABLE "Removal" (
    "id" UUID NOT NULL,
    "contentHash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "withId" UUID NOT NULL,

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemovedOrigin" (
    "id" UUID NOT NULL,
    "kind" "OriginKind" NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT,
    "removalId" UUID NOT NULL,

    CONSTRAINT "RemovedOrigin_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Removal_withId_idx" ON "Removal"("withId");

-- CreateIndex
CREATE INDEX "RemovedOrigin_removalId_idx" ON "RemovedOrigin"("removalId");

-- CreateIndex
CREATE INDEX "RemovedOrigin_url_idx" ON "RemovedOrigin"("url");

-- AddForeignKey
ALTER TABLE "RemovedOrigin" ADD CONSTRAINT "RemovedOrigin_removalId_fkey" FOREIGN KEY ("removalId") REFERENCES "Removal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
