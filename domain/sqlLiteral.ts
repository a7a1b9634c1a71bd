/** A text as an SQL literal, in DuckDB and in PostgreSQL. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
