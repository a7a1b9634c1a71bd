import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";

/** What is saved is named after region, content, period and data version: 示例县-基金支出-2018H1-版本31 */
export function fileName(
  about: { scope: { readonly period: { readonly id: string } }; region: { readonly name: string }; version: number },
  title: string,
  { tables }: Messages,
): string {
  const { scope, region, version } = about;
  return fill(tables.fileName, { region: region.name, table: title, period: scope.period.id, version })
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .trim();
}
