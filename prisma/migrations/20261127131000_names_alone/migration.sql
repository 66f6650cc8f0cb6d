-- Hardly two have one name, so that the few which do are sorted as they are read: ids were a third of these indexes.
DROP INDEX "Speaker_name_id_idx";
DROP INDEX "Organization_name_id_idx";
DROP INDEX "Place_name_id_idx";

CREATE INDEX "Speaker_name_idx" ON "Speaker"("name");
CREATE INDEX "Organization_name_idx" ON "Organization"("name");
CREATE INDEX "Place_name_idx" ON "Place"("name");
