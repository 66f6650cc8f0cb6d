-- Lists ahead of the indexes of nouns' names stay short whatever the corpus: these indexes are small, and took as much again for lists. A load pays
-- some 0.05 ms of CPU an article for it, where most nouns are new.
ALTER INDEX "Speaker_names_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Speaker_normalized_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Speaker_search_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Organization_names_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Organization_normalized_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Organization_search_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Place_names_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Place_normalized_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "Place_search_idx" SET (gin_pending_list_limit = 256);
