import { readFileSync } from "node:fs";
import { join } from "node:path";
import { xmlText } from "../../../lib/escape_xml.ts";
import type { Html } from "../markup/html.ts";

/** What stands on a picture that leaves its page: message, what is measured, source and date. */
export interface PictureWords {
  title: string;
  subtitle: string;
  source: string;
}

/** A chart as a file of its own: strict XML, light colours, its words and source inside. */
export function toSvg({ markup }: Html, words: PictureWords): string {
  const { width, height } = sizeOf(markup);
  const room = width - 2 * margin;
  const lines = [
    ...wrap(words.title, room, 17).map((line) => ({ line, size: 17, weight: 600, fill: ink })),
    ...wrap(words.subtitle, room, 13).map((line) => ({ line, size: 13, weight: 400, fill: muted })),
  ];
  let y = margin;
  const head = lines.map((line) => {
    y += line.size * 1.35;
    return textAt(line, y);
  });
  const top = Math.ceil(y + 10);
  const foot = wrap(words.source, room, 12).map((line, index) =>
    textAt({ line, size: 12, weight: 400, fill: muted }, top + height + 18 + index * 16),
  );
  const total = top + height + 14 + foot.length * 16 + margin;
  const chart = withColours(markup).replace(/^<svg /, `<svg x="0" y="${top}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" font-family="Be Vietnam Pro, sans-serif"><rect width="${width}" height="${total}" fill="${page}"/>${head.join("")}${chart}${foot.join("")}</svg>\n`;
}

interface Line {
  line: string;
  size: number;
  weight: number;
  fill: string;
}

const margin = 16;
const family = "Be Vietnam Pro";

// The first block of the tokens holds the light colours, which print and slides want.
const tokens = readFileSync(join(import.meta.dirname, "../../site/theme", "tokens.css"), "utf8");
const light = new Map(
  [...tokens.slice(0, tokens.indexOf("@media")).matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(
    ([, name, colour]) => [name, colour],
  ),
);
const [ink, muted, page] = [colour("ink"), colour("muted"), colour("surface")];

function colour(name: string): string {
  const found = light.get(name);
  if (!found) throw new Error(`no such colour in tokens.css: ${name}`);
  return found;
}

/** A picture is used without style sheets: its colours and fonts are written out. */
function withColours(markup: string): string {
  return markup
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => colour(name))
    .replaceAll(/font-family="[^"]*"/g, `font-family="${family}, sans-serif"`);
}

function sizeOf(markup: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup) ?? [];
  if (!width || !height) throw new Error(`a chart without a view box: ${markup.slice(0, 80)}`);
  return { width: Number(width), height: Number(height) };
}

function textAt({ line, size, weight, fill }: Line, y: number): string {
  return `<text x="${margin}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlText(line)}</text>`;
}

/** Breaks at spaces; characters are taken as 0.57 of their size wide, which holds with slack. */
function wrap(text: string, room: number, size: number): string[] {
  const most = Math.floor(room / (size * 0.57));
  const lines = [""];
  for (const word of text.normalize("NFC").split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== "");
}
