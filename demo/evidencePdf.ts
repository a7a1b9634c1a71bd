import { demoMark } from "./region";

/** Readers bring this font along: nothing is embedded. */
const font =
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>";
const glyphs = [
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light",
  "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>",
  "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]",
  "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>",
].join(" ");

/** One page that says what it stands for, and that it is no real evidence. */
export function evidencePdf(title: string): Buffer {
  const line = (text: string, size: number, height: number) =>
    `BT /F1 ${size} Tf 72 ${height} Td <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`;
  const shown = [line(title, 20, 740), line(`${demoMark}，不是真实的佐证材料`, 12, 700)].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 6 0 R >>",
    font,
    glyphs,
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
