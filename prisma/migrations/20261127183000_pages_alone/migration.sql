-- True, and gone before the statement runs. PostgreSQL gives no statement that names it to several processes: those that read a list from its
-- beginning until a page is full go on until each has found something, a hundred times as far as one would at half a million articles.
CREATE FUNCTION quotewire_alone() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL UNSAFE RETURN true;
