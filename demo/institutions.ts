import type { Tier } from "@/domain/dimensions";
import { homeRegion, townships } from "./region";

/** One row of the institution list, with the tier that domain rules give it. */
export interface Institution {
  readonly code: string;
  readonly name: string;
  /** HOSP_LV, 01–11. */
  readonly level: string;
  readonly region: string;
  readonly ownership: "public" | "private";
  readonly villageClinic: boolean;
  readonly tierOverride: Tier | "";
  readonly reason: string;
  readonly begins: string;
  readonly tier: Tier;
  /** Code of the township it serves; empty where it serves everybody. */
  readonly township: string;
  /** How much of its tier's work it does, relative to the others. */
  readonly size: number;
}

type Place = readonly [name: string, level: string, region: string, size: number, extra?: Partial<Institution>];

const countyHospitals: Place[] = [
  ["示例县人民医院", "05", homeRegion, 100],
  ["示例县中医院", "05", homeRegion, 46],
  ["示例县妇幼保健院", "06", homeRegion, 21],
  ["示例县第二人民医院", "06", homeRegion, 28],
  ["示例县精神病医院", "07", homeRegion, 8],
  [
    "示例县康和医院",
    "09",
    homeRegion,
    12,
    { ownership: "private", tierOverride: "county", reason: "县城民营一级综合医院，按县级管理" },
  ],
];

const cityHospitals: Place[] = [
  ["示例市第一人民医院", "02", "361002", 100],
  ["示例市第二人民医院", "03", "361002", 44],
  ["示例市中医医院", "02", "361002", 38],
  ["示例市妇幼保健院", "05", "361002", 18],
  ["邻县人民医院（示例）", "05", "361024", 26],
  ["邻县中医院（示例）", "05", "361024", 12],
  ["东邻县人民医院（示例）", "05", "361028", 15],
];

const provincialHospitals: Place[] = [
  ["示例省人民医院", "01", "360102", 80],
  ["示例医科大学第一附属医院", "01", "360103", 100],
  ["示例医科大学第二附属医院", "02", "360103", 62],
  ["示例省肿瘤医院", "02", "360104", 44],
  ["示例省儿童医院", "02", "360102", 36],
  ["示例省中医院", "02", "360103", 30],
  ["示例省胸科医院", "03", "360104", 14],
  ["外省（沪）示例医院", "01", "310104", 13],
  ["外省（浙）示例大学附属医院", "01", "330106", 16],
  ["外省（粤）示例医院", "02", "440106", 18],
  ["外省（闽）示例人民医院", "02", "350203", 12],
  [
    "示例省人民医院示例分院",
    "02",
    "361002",
    20,
    { tierOverride: "provincial_plus", reason: "省属医院，设在本市，按省级管理" },
  ],
];

const townshipHospitals: Place[] = townships.map(({ name, share, code }, i) => [
  `示例县${name}${i < 6 ? "中心卫生院" : "卫生院"}`,
  ["08", "09", "10"][i % 3]!,
  homeRegion,
  share,
  { township: code },
]);

const villages = ["上坪", "下坪", "大塘", "新屋", "桥头", "松坑", "石下", "黄泥岭"];
const villageClinics: Place[] = townships.flatMap(({ name, share, code }, i) =>
  villages
    .slice(0, 3 + (i % 4))
    .map((village) => [
      `示例县${name}${village}村卫生室`,
      "11",
      homeRegion,
      share,
      { township: code, villageClinic: true, ownership: i % 3 === 0 ? "private" : "public" },
    ]),
);

function register(places: readonly Place[], tier: Tier, from: number): Institution[] {
  return places.map(([name, level, region, size, extra], i) => ({
    code: `H${region}${String(from + i).padStart(5, "0")}`,
    name,
    level,
    region,
    ownership: "public",
    villageClinic: false,
    tierOverride: "",
    reason: "",
    begins: "2016-01-01",
    tier,
    township: "",
    size,
    ...extra,
  }));
}

/** The private eye hospital of the free cataract campaign: designated from 2018 on, in the city's other district. */
export const eyeHospital: Institution = register(
  [["示例明眸眼科医院", "07", "361002", 1, { ownership: "private", begins: "2018-01-01" }]],
  "city",
  88,
)[0]!;

/** Where people of the county are treated, by the place in which the plan counts them. */
export const sites = {
  village: register(villageClinics, "township", 201),
  township: register(townshipHospitals, "township", 21),
  county: register(countyHospitals, "county", 1),
  city: register(cityHospitals, "city", 1),
  provincial_plus: register(provincialHospitals, "provincial_plus", 11),
  eye: [eyeHospital],
} as const;
export type Site = keyof typeof sites;

export const institutions: readonly Institution[] = Object.values(sites).flat();
