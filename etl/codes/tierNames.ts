import type { Tier } from "@/domain/dimensions";

/** How an institution list may name the tier by which it overrides region and level. */
export const tierNames: readonly { readonly name: string; readonly tier: Tier }[] = [
  { name: "township", tier: "township" },
  { name: "county", tier: "county" },
  { name: "city", tier: "city" },
  { name: "provincial_plus", tier: "provincial_plus" },
  { name: "乡镇", tier: "township" },
  { name: "乡镇级", tier: "township" },
  { name: "县级", tier: "county" },
  { name: "市级", tier: "city" },
  { name: "市级（含市内县外）", tier: "city" },
  { name: "省级", tier: "provincial_plus" },
  { name: "省级及省外", tier: "provincial_plus" },
];
