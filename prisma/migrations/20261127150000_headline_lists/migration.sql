-- Headlines grow with the articles: sorting in a short list touches more pages the longer the index is, so that theirs grows with it again.
ALTER INDEX "Article_headline_idx" RESET (gin_pending_list_limit);
