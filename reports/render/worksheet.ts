import type { PageSetup } from "exceljs";

/** On every office computer that a file of ours is opened on; elsewhere another font of its kind and character set. */
export const fontOfPaper = { name: "宋体", family: 1, charset: 134 } as const;

/** How many half-width letters wide a text is: a Chinese character takes two places. */
export const places = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);

/** A name that a worksheet may have. */
export const worksheetName = (title: string) => title.replace(/[\\/:*?[\]]/g, " ").slice(0, 31);

/** A4, as wide as the paper and as many pages as it takes. */
export const onA4 = (orientation: "portrait" | "landscape"): Partial<PageSetup> => ({
  paperSize: 9,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
});

/** 1 / 3 */
export const pageNumbers = { oddFooter: "&C&P / &N" };
