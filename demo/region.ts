/** 示例县: a code that no county has. */
export const homeRegion = "361031";
export const homeScheme = "390";
export const countyName = "示例县";
/** Every file, row and name says that nothing here is real. */
export const demoMark = "演示数据";

/** Townships of the county with their share of its people, in thousandths. */
export const townships = [
  ["云溪镇", 121],
  ["松岭镇", 84],
  ["石桥镇", 79],
  ["白塘镇", 73],
  ["河口镇", 68],
  ["青山镇", 62],
  ["龙潭镇", 58],
  ["枫林镇", 55],
  ["梅坑乡", 52],
  ["竹溪乡", 49],
  ["双港乡", 46],
  ["大源乡", 43],
  ["高坪乡", 40],
  ["茶亭乡", 38],
  ["洪湖乡", 36],
  ["沙洲乡", 34],
  ["桃园乡", 32],
  ["西岭乡", 30],
].map(([name, share], i) => ({ code: `${homeRegion}${101 + i}`, name: String(name), share: Number(share) }));
