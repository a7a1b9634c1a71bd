/** A file's name as it is shown and kept: without characters that cannot be seen or that turn the direction of writing. */
export function shownFileName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "");
}
