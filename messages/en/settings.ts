/** Words that go with a number or a rule that a bureau has set. */
export const localRules = {
  unconfirmed: "local parameter, to be confirmed",
  eventNote: "Since {month}: {text}. Not to be compared directly with before ({document})",
} as const;
