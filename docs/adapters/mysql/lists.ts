/**
 * The parameter of `IN (?)`, of any length. Of an empty list the driver would write `IN ()`, which is no SQL, and NULL
 * is equal to nothing. Not JSON_TABLE: two of them in one query are joined before the table is looked at.
 */
export const listed = (ids: readonly string[]): readonly (string | null)[] =>
  ids.length > 0 ? ids : [null]
