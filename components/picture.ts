/**
 * Draws a part of the page as a picture: always as wide as the office screen, always light, at twice the pixels, whatever
 * the window is. The browser's own layout does it all: the part is laid out anew in a frame of that width, then drawn as
 * an SVG that holds its elements, the page's styles and the font files in use. Nothing leaves the page.
 */
const width = 1366;
const density = 2;
/** What canvases of all browsers can hold, in pixels. */
const tallest = 16_384;
const font = '"Noto Sans SC", sans-serif';

/** What can only be clicked. */
const notInPictures = ".screen-only, .actions, .exports, script, button, form, dialog";

interface Picture {
  readonly fileName: string;
  readonly foot: string;
  readonly mark: string | null;
}

export async function savePicture(part: Element, { fileName, foot, mark }: Picture): Promise<void> {
  const frame = await layOut(part, foot);
  try {
    const page = frame.contentDocument!;
    const height = Math.ceil(page.body.getBoundingClientRect().height);
    const paper = getComputedStyle(page.documentElement).backgroundColor;
    const image = await drawn(page, height);
    save(await inPixels(image, { height, paper, mark }), fileName);
  } finally {
    frame.remove();
  }
}

/** The part alone in a frame that nobody sees, with the styles of this page and their fonts loaded. */
async function layOut(part: Element, foot: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = `position: fixed; top: 0; left: -${2 * width}px; width: ${width}px; height: 768px; border: 0`;
  // With a doctype: without it the frame would be laid out by other rules.
  frame.srcdoc = "<!doctype html>";
  await new Promise((settle) => {
    frame.addEventListener("load", settle, { once: true });
    document.body.append(frame);
  });
  const page = frame.contentDocument!;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dataset.theme = "light";
  const styles = [...document.querySelectorAll("link[rel=stylesheet], style")].map((style) =>
    page.importNode(style, true),
  );
  const loaded = styles.map((style) => new Promise((settle) => style.addEventListener("load", settle, { once: true })));
  page.head.append(...styles);
  const copy = page.importNode(part, true);
  for (const element of copy.querySelectorAll(notInPictures)) element.remove();
  const line = page.createElement("p");
  line.className = "picture-foot note";
  line.textContent = foot;
  copy.append(line);
  page.body.className = "picture";
  page.body.append(copy);
  await Promise.all(loaded);
  await page.fonts.ready;
  return frame;
}

/** The laid out page as an image that can be drawn at any density. */
async function drawn(page: Document, height: number): Promise<HTMLImageElement> {
  const style = page.createElement("style");
  style.textContent = await styleSheet(page);
  for (const element of page.querySelectorAll("link, style")) element.remove();
  page.head.append(style);
  const elements = new XMLSerializer().serializeToString(page.documentElement);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" data-theme="light">
    <foreignObject width="100%" height="100%">${elements}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** Every rule of the page; of the font files only those that its text needed. */
async function styleSheet(page: Document): Promise<string> {
  const inUse = new Set([...page.fonts].filter(({ status }) => status === "loaded").map(nameOf));
  const rules = [...page.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map(async (rule) => {
      if (!isFontFace(rule)) return rule.cssText;
      const { style } = rule;
      const [family, weight] = ["font-family", "font-weight"].map((name) => style.getPropertyValue(name));
      const unicodeRange = style.getPropertyValue("unicode-range");
      if (!inUse.has(nameOf({ family: family!, weight: weight!, unicodeRange }))) return "";
      return embedded(rule.cssText, sheet.href ?? document.baseURI);
    }),
  );
  return (await Promise.all(rules)).join("\n");
}

/** Objects of a frame are not instances of this window's classes. */
const isFontFace = (rule: CSSRule): rule is CSSFontFaceRule => rule.constructor.name === "CSSFontFaceRule";

const nameOf = ({ family, weight, unicodeRange }: Pick<FontFace, "family" | "weight" | "unicodeRange">) =>
  [family, weight, unicodeRange].map((text) => text.replace(/["'\s]/g, "").toLowerCase()).join("|");

/** A font face with its first file in the text instead of its address. */
async function embedded(rule: string, base: string): Promise<string> {
  const [, address] = /url\("?([^")]+)"?\)/.exec(rule) ?? [];
  if (!address) return rule;
  const file = await (await fetch(new URL(address, base))).blob();
  return rule.replace(/src:[^;]+;/, `src: url("${await asAddress(file)}") format("woff2");`);
}

function asAddress(file: Blob): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader();
    reader.onload = () => settle(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

async function inPixels(
  image: HTMLImageElement,
  { height, paper, mark }: { height: number; paper: string; mark: string | null },
): Promise<Blob> {
  const scale = Math.min(density, tallest / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d")!;
  pen.scale(scale, scale);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  if (mark) writeAcross(pen, mark, height);
  const file = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/png"));
  if (!file) throw new Error("the picture could not be encoded");
  return file;
}

/** A pale text across the whole picture, so that no piece of it passes for real. */
function writeAcross(pen: CanvasRenderingContext2D, text: string, height: number): void {
  pen.font = `600 28px ${font}`;
  pen.fillStyle = "rgb(28 35 33 / 0.055)";
  for (let y = 120; y < height + 200; y += 200) {
    for (let x = (y / 200) % 2 < 1 ? 40 : 200; x < width; x += 320) {
      pen.save();
      pen.translate(x, y);
      pen.rotate(-Math.PI / 8);
      pen.fillText(text, 0, 0);
      pen.restore();
    }
  }
}

function save(file: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
