import { ZipFile } from "yazl";

/** A cell: a text in the list of shared texts, a number as it is stored, nothing, or what its element says. */
export type TestCell = string | number | null | { readonly attributes: string; readonly content: string };

/** Style 1 shows a day, style 2 a day of the file's own format, style 3 an amount, 4 hundredths, 5 ten thousands. */
export const dateCell = (serial: number | string, style = 1): TestCell => ({
  attributes: `s="${style}"`,
  content: `<v>${serial}</v>`,
});
export const percentCell = (stored: number): TestCell => dateCell(stored, 4);
export const scaledCell = (stored: number): TestCell => dateCell(stored, 5);
export const formulaCell = (formula: string, result: string | number | null): TestCell => ({
  attributes: typeof result === "string" ? 't="str"' : "",
  content: `<f>${escaped(formula)}</f>${result === null ? "" : `<v>${result}</v>`}`,
});
export const errorCell = (text: string): TestCell => ({ attributes: 't="e"', content: `<v>${text}</v>` });
export const inlineCell = (xml: string): TestCell => ({ attributes: 't="inlineStr"', content: `<is>${xml}</is>` });

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** Numbers of rows that are hidden. */
  readonly hiddenRows?: readonly number[];
  readonly state?: "hidden" | "veryHidden";
  /** Stands for the rows: the XML of the sheet. */
  readonly xml?: string;
}

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook as Office writes them; tests change single ones. */
export function xlsxParts(sheets: readonly TestSheet[], { is1904 = false } = {}): Record<string, string | Buffer> {
  const shared = new Map<string, number>();
  const cell = (value: TestCell, column: number, row: number) => {
    if (value === null) return "";
    const at = `r="${columnLetters(column)}${row}"`;
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (typeof value === "object") return `<c ${at} ${value.attributes}>${value.content}</c>`;
    if (!shared.has(value)) shared.set(value, shared.size);
    return `<c ${at} t="s"><v>${shared.get(value)}</v></c>`;
  };
  const sheetXml = ({ rows, hiddenRows = [], xml }: TestSheet) =>
    xml ??
    `${header}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${rows
      .map((cells, i) =>
        cells.length === 0
          ? ""
          : `<row r="${i + 1}"${hiddenRows.includes(i + 1) ? ' hidden="1"' : ""}>${cells.map((value, column) => cell(value, column, i + 1)).join("")}</row>`,
      )
      .join("")}</sheetData><pageMargins left="0.7"/></worksheet>`;
  const parts: Record<string, string | Buffer> = {
    "[Content_Types].xml": `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${header}<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${header}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${header}<Relationships>${sheets
      .map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdStrings" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${header}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="#,##0.00_ ;[Red]-#,##0.00"/><numFmt numFmtId="178" formatCode="0\\.0,_ "/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="10"/><xf numFmtId="178"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  });
  parts["xl/sharedStrings.xml"] =
    `${header}<sst xmlns="${main}" count="${shared.size}">${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`;
  return parts;
}

export function zip(entries: Readonly<Record<string, string | Buffer>>, compress = true): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name, { compress });
  file.end();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    file.outputStream
      .on("data", (piece: Buffer) => pieces.push(piece))
      .on("error", reject)
      .on("end", () => resolve(Buffer.concat(pieces)));
  });
}

export const xlsx = (sheets: readonly TestSheet[], options?: { is1904?: boolean }) => zip(xlsxParts(sheets, options));

/** Rows of named cells as a sheet: the header, and the cells of each. */
export function sheetOf(rows: readonly Readonly<Record<string, TestCell>>[], name = "Sheet1"): TestSheet {
  const names = Object.keys(rows[0]!);
  return { name, rows: [names, ...rows.map((row) => names.map((column) => row[column] ?? null))] };
}
