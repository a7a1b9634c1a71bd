import type { PageSetup } from "exceljs";

/** On every office computer that a file of ours is opened on; elsewhere another font of its kind and character set. */
export const fontOfPaper = { name: "宋体", family: 1, charset: 134 } as const;

/** How many half-width letters wide a text is: a Chinese character takes two places. */
export const places = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);

/** A name that a worksheet may have. */
export const worksheetName = (title: string) => title.replace(/[\\/:*?[\]]/g, " ").slice(0, 31);

/** Inches around what is printed. */
const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

type Orientation = "portrait" | "landscape";

/** A4, as wide as the paper and as many pages as it takes. */
export const onA4 = (orientation: Orientation): Partial<PageSetup> => ({
  paperSize: 9,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins,
});

const inch = 72;

/** What of A4 (210 × 297 mm) can be printed on, in points. */
export function printable(orientation: Orientation): { width: number; height: number } {
  const [short, long] = [210, 297].map((millimetres) => (millimetres / 25.4) * inch);
  const [width, height] = orientation === "portrait" ? [short!, long!] : [long!, short!];
  return {
    width: width - (margins.left + margins.right) * inch,
    height: height - (margins.top + margins.bottom) * inch,
  };
}

/** How wide a column is that has room for so many digits of the workbook's standard type: 7 pixels each, 5 around. */
export const columnPoints = (digits: number) => (7 * digits + 5) * 0.75;

/** 1 / 3 */
export const pageNumbers = { oddFooter: "&C&P / &N" };
