-- Back to what a load sets for all lists: every count that changes gives a noun new entries, so that short lists cost 5 % of the CPU of the database.
ALTER INDEX "Speaker_names_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Speaker_normalized_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Speaker_search_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Organization_names_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Organization_normalized_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Organization_search_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Place_names_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Place_normalized_idx" RESET (gin_pending_list_limit);
ALTER INDEX "Place_search_idx" RESET (gin_pending_list_limit);
