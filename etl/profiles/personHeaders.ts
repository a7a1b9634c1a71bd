/** What columns of the number of a person with the insurance are called in Chinese, the usual name first. */
export const personNumberHeaders = [
  "人员编号",
  "个人编号",
  "参保人编号",
  "医保编号",
  "人员ID",
  "参保人员编号",
  "个人医保编号",
  "医保个人编号",
] as const;

/** The same of identity cards and other certificates. */
export const certificateNumberHeaders = [
  "证件号码",
  "证件号",
  "身份证号",
  "身份证号码",
  "公民身份号码",
  "公民身份证号码",
  "居民身份证号",
  "居民身份证号码",
  "社会保障号码",
] as const;
