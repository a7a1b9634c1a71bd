/** HOSP_LV, 医院等级: a grade, not a tier. A list may also write the name itself. */
export const hospitalLevels: Readonly<Record<string, string>> = {
  "01": "三级特等",
  "02": "三级甲等",
  "03": "三级乙等",
  "04": "三级丙等",
  "05": "二级甲等",
  "06": "二级乙等",
  "07": "二级丙等",
  "08": "一级甲等",
  "09": "一级乙等",
  "10": "一级丙等",
  "11": "无等级",
};

export const ownerships = { public: "公立", private: "民营" } as const;

/** 机构. Clauses of a sentence are joined as they stand. */
export const institutionPages = {
  title: "机构",
  unnamed: "未注明机构",
  unknown: "未登记",
  villageClinic: "村卫生室",

  count: "{months}有住院的定点医疗机构{count}家，住院{cases}",
  largest: "，统筹基金支出最多的是{institution}，{amount}，占全部统筹基金支出的{share}。",
  increase: "统筹基金支出增加最多的是{institution}，增加{change}，占全部增加额的{share}。",
  stop: "。",

  kinds: {
    any: "全部机构",
    with_inpatients: "有住院的机构",
    village_clinic: "无住院的村卫生室",
    other: "其他无住院机构",
  },
  ownershipIn: { public: "（公立）", private: "（民营）" },
  list: "列出",
  lists: { with_inpatients: "有住院的机构", village_clinics: "村卫生室", all: "全部机构" },
  tier: "层级",
  allTiers: "全部",
  ownership: "公立/民营",
  ownershipChoices: { any: "全部", public: "公立", private: "民营" },

  peersTitle: "与本层级相比",
  peersBasis: "本层级的数由合计算出，不是各机构比率的平均。",
  peersLeft: "不足{fewest}人次的{left}家机构不参与比较。",
  peersFee: "住院次均费用",
  peersStay: "平均住院日",
  peersUnit: "与本层级相差（%），竖线为本层级",
  peersTitleFee: "{institution}的住院次均费用与本层级相差最大，{deviation}",
  peersTitleStay: "{institution}的平均住院日与本层级相差最大，{deviation}",
  peersCount: "{tier}{count}家",
  peersSummary: "{title}。每个点是一家机构，竖线是本层级的数；数值见下表。",
  peersTable: "看表",
  peerFee: "{tier}：住院次均费用最高的是{institution}，{fee}，比本层级的{own}高{above}",
  peerFeeLow: "；最低的是{institution}，{fee}，低{below}",
  peerStay: "；平均住院日最长的是{institution}，{stay}，比本层级的{own}长{above}",
  name: "名称",
  difference: "相差(%)",
  feeColumn: "次均费用(元/人次)",
  stayColumn: "平均住院日(天)",

  back: "全部机构",
  notFound: "没有这家机构",
  notFoundText: "所选数据版本里没有编号为{code}的机构。",
  noFigures: "这家机构在所选期间和对比期间都没有结算数据。",
  facts: "机构情况",
  code: "编号",
  level: "等级",
  region: "所在地区",
} as const;
