-- New entries of these indexes wait on a list of their own before they are sorted in. A longer list saves hardly any work where there are so few
-- entries, and its pages stay behind in the file: with 1 MB each these indexes were up to twice what they held, at 6,000 articles.
ALTER INDEX "Speaker_names_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Speaker_normalized_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Speaker_search_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Organization_names_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Organization_normalized_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Organization_search_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Place_names_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Place_normalized_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Place_search_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "Article_headline_idx" SET (gin_pending_list_limit = 128);
