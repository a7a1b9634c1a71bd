/** A scheme (险种类型) of the national list, and the names that files give it. */
export interface Scheme {
  readonly code: string;
  readonly names: readonly string[];
}

export const schemes: readonly Scheme[] = [
  {
    code: "310",
    names: [
      "职工基本医疗保险",
      "城镇职工基本医疗保险",
      "城镇职工",
      "职工基本医保",
      "城镇职工医保",
      "职工医疗保险",
      "职工医保",
      "职工",
    ],
  },
  { code: "320", names: ["公务员医疗补助"] },
  { code: "330", names: ["大额医疗费用补助"] },
  { code: "340", names: ["离休人员医疗保障"] },
  { code: "350", names: ["一至六级残废军人医疗补助", "一至六级残疾军人医疗补助"] },
  { code: "360", names: ["老红军医疗保障"] },
  { code: "370", names: ["企业补充医疗保险"] },
  { code: "380", names: ["新型农村合作医疗", "新农合"] },
  {
    code: "390",
    names: [
      "城乡居民基本医疗保险",
      "居民基本医疗保险",
      "城乡居民基本医保",
      "城乡居民医疗保险",
      "居民医疗保险",
      "城乡居民医保",
      "居民医保",
      "城乡居民",
      "居民",
    ],
  },
  { code: "391", names: ["城镇居民基本医疗保险", "城镇居民"] },
  { code: "392", names: ["城乡居民大病医疗保险"] },
  { code: "399", names: ["其他特殊人员医疗保障"] },
  { code: "410", names: ["照护险", "长期护理保险"] },
  { code: "510", names: ["生育保险"] },
  { code: "39901", names: ["劳模"] },
  { code: "39903", names: ["城乡居民补充"] },
  { code: "39904", names: ["建国前老工人"] },
];
