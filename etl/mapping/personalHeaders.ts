import { comparableHeader } from "../profiles/define";
import { profiles } from "../profiles/index";

/** Names under which files keep what names or reaches a person. */
const personal =
  /姓名|名字|患者名|(电话|手机|联系方式|住址|地址|邮箱|银行账号|银行卡|卡号)|(^|[_. -])(psn|patient|person|member|full|first|last|sur|given)[_. -]?name|surname|phone|mobile|^tel|[_-]tel|telephone|address|e-?mail|bank_?(acc|card)/;

/** Columns that name institutions or units are no persons' names. */
const institutional = /机构|医院|单位|fixmedins|hospital|provider|institution/;

/** Headers of person and certificate numbers in the layouts that come with the program. */
const numbers = new Set(
  profiles.flatMap(({ headers }) =>
    [headers.person_number ?? [], headers.certificate_number ?? []].flat().map(comparableHeader),
  ),
);

/**
 * A column that names a person or says how to reach one, by its header; of several rows, by any of them. Only fields
 * that become tokens may read it.
 */
export function isPersonalHeader(header: string): boolean {
  return header
    .split("/")
    .map(comparableHeader)
    .some((name) => numbers.has(name) || (personal.test(name) && !institutional.test(name)));
}
