/** The page on which a file is described: of a job whose files were kept, or of none, where the saved layouts stand. */
export function mappingHref(job: string | null, asked: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams({ ...(job === null ? {} : { job }), ...asked }).toString();
  return params === "" ? "/data/mapping" : `/data/mapping?${params}`;
}
