import type { Month } from "@/domain/period";
import { months } from "./plan";

export type Layout = "warehouse" | "interface" | "chinese";

/** How one month's file looks: who exported it, and what the spreadsheet on the way did to it. */
export interface FileStyle {
  readonly layout: Layout;
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030";
  readonly separator: "," | "\t";
  readonly extension: "csv" | "tsv" | "txt";
  readonly title: boolean;
  readonly totals: boolean;
  readonly thousands: boolean;
  /** A tab after long numbers, the usual trick against scientific notation. */
  readonly trailingTabs: boolean;
  readonly dates: "dashes" | "slashes" | "digits";
  /** Standard fields that this export leaves out. */
  readonly without: readonly string[];
}

const plain: FileStyle = {
  layout: "warehouse",
  encoding: "utf-8",
  separator: ",",
  extension: "csv",
  title: false,
  totals: false,
  thousands: false,
  trailingTabs: false,
  dates: "dashes",
  without: [],
};

/** From July 2017 on the bureau exports from the new system, with Chinese headers. */
const chinese: Partial<FileStyle> = { layout: "chinese", encoding: "gb18030" };
const chineseSince: Month = "2017-07";

const exceptions: Readonly<Record<Month, Partial<FileStyle>>> = {
  "2016-03": { encoding: "utf-8-bom" },
  "2016-05": { separator: "\t", extension: "tsv" },
  "2016-09": { encoding: "utf-8-bom", trailingTabs: true },
  "2016-12": { separator: "\t", extension: "txt", encoding: "utf-8-bom" },
  "2017-03": { encoding: "utf-8-bom", thousands: true },
  "2017-05": { separator: "\t", extension: "tsv", trailingTabs: false, dates: "slashes" },
  "2017-08": { trailingTabs: true },
  "2017-09": { title: true },
  "2017-10": { layout: "interface", encoding: "utf-8", dates: "digits" },
  "2017-11": { title: true, totals: true, thousands: true },
  "2017-12": { separator: "\t", extension: "txt" },
  "2018-01": { trailingTabs: true, dates: "slashes" },
  // The export knows no refunds and no institution master data: negative money, and the institution list, must do.
  "2018-02": {
    layout: "interface",
    encoding: "utf-8",
    without: ["REFD_SETL_FLAG", "INIT_SETL_ID", "HOSP_LV", "FIX_BLNG_ADMDVS", "INSU_ADMDVS"],
  },
  "2018-03": { title: true, totals: true },
  "2018-04": { thousands: true },
  "2018-05": { layout: "interface", encoding: "utf-8-bom", separator: "\t", extension: "txt", without: ["UPDT_TIME"] },
  "2018-06": { title: true, totals: true, thousands: true, trailingTabs: true },
};

export function fileStyle(month: Month): FileStyle {
  return { ...plain, ...(month >= chineseSince ? chinese : {}), ...exceptions[month] };
}

export const fileStyles: ReadonlyMap<Month, FileStyle> = new Map(months.map((month) => [month, fileStyle(month)]));
