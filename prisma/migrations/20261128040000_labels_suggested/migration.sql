-- Authors and keywords are suggested as one types them.
CREATE INDEX "Tally_key_idx" ON "Tally" USING GIN ("key" gin_trgm_ops) WHERE (what = ANY (ARRAY['Article.authors'::text, 'Article.keywords'::text]));
ALTER INDEX "Tally_key_idx" SET (gin_pending_list_limit = 128);

-- Every load changes the counts of what is frequent: with room on the page, no index is touched by it.
ALTER TABLE "Tally" SET (fillfactor = 50);
