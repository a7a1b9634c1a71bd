import { withoutNumbersOfPersons } from "./numberOfPerson";

/**
 * A file's name as it is shown and kept: without numbers of persons and characters that cannot be seen or that turn the
 * direction of writing.
 */
export function shownFileName(name: string): string {
  return withoutNumbersOfPersons(name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ""));
}
