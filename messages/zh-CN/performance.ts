/** 医保电子凭证结算率. Clauses of a sentence are joined as they stand. */
export const voucherPage = {
  title: "医保电子凭证结算率",
  month: "{month}医保电子凭证（医保码）结算{eVouchers}笔，占全部结算{settlements}笔的{rate}",
  rose: "，比上月（{before}）上升{points}",
  fell: "，比上月（{before}）下降{points}",
  even: "，与上月（{before}）持平",
  cumulative: "；{period}累计{rate}。",
  none: "{month}没有结算数据。",
  highest: "列出的机构中本月结算满{fewest}笔的，结算率最高的是{institution}，{rate}",
  lowest: "；最低的是{other}，{lowest}",
  stop: "。",
} as const;
