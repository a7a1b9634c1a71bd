/** RE2 of a mobile telephone number. */
export const phone = "(?:86)?1[3-9][0-9]{9}";
/** RE2 of an identity number: region, date of birth, serial, check character. The date tells it from others of 18 digits. */
const identityNumber = "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]";
/** RE2 of either, alone or within a text, but no part of a longer number or code. */
export const numberOfPerson = `(?:^|[^0-9A-Za-z])(?:${phone}|${identityNumber})(?:$|[^0-9A-Za-z])`;

/** A text without the identity and telephone numbers within it: *** in their places. */
export function withoutNumbersOfPersons(text: string): string {
  return text.replace(new RegExp(numberOfPerson, "gu"), (found) => found.replace(/[0-9Xx]{2,}/, "***"));
}
