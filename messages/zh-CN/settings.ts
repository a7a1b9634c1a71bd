/** Words that go with a number or a rule that a bureau has set. */
export const localRules = {
  unconfirmed: "本地参数，待确认",
  eventNote: "{month}起{text}，与以前不宜直接比较（{document}）",
} as const;
