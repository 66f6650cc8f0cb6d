-- A noun's id is a hash of its key, and nothing looks for the key: that no two have the same is held by the ids.

-- DropIndex
DROP INDEX "Speaker_key_key";

-- DropIndex
DROP INDEX "Organization_key_key";

-- DropIndex
DROP INDEX "Place_key_key";
