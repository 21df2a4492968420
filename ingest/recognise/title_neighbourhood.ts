import type { AreaReader } from "../parse/area.ts";
import { NEIGHBOURHOOD_WORDS } from "../parse/area_words.ts";
import { wordKey } from "../parse/key.ts";

const NUMBERED =
  /(?<![\p{L}])(?:tổ dân phố|tdp|tổ|khu dân cư|kdc|khu phố|kp|thôn|xóm|ấp|bản|buôn|làng|khu)\s*(?:số\s*)?:?\s*(?:số\s*)?(\d{1,3})(?![\d/.])(?:\s*([,&+–-]|và|đến)\s*\d)?/giu;

/** The one neighbourhood that title lines name (`TỔ DÂN PHỐ SỐ 45`), as written; null where they name none or several. */
export function neighbourhoodNamed(lines: readonly string[], areas: AreaReader): string | null {
  const texts = lines.map((line) => line.normalize("NFC").slice(0, 300));
  const found = texts.flatMap((line) => [...line.matchAll(NUMBERED)]);
  if (found.some(([, , more]) => more !== undefined)) return null;
  const named = [
    ...found.map(([text]) => text.trim()),
    ...texts.flatMap((line) => worded(line, areas)),
  ];
  const distinct = new Map(named.map((text) => [/\d+/.exec(text)?.[0] ?? wordKey(text), text]));
  const [only] = distinct.values();
  return distinct.size === 1 && only !== undefined ? only : null;
}

/** A neighbourhood with a name (`Thôn Đông`), as far as the programme knows it. */
function worded(line: string, areas: AreaReader): string[] {
  const words = line.trim().split(/\s+/);
  const starts = NEIGHBOURHOOD_WORDS.flat();
  for (const [at] of words.entries())
    for (let length = Math.min(6, words.length - at); length > 1; length--) {
      const text = words
        .slice(at, at + length)
        .join(" ")
        .replace(/[,;:.)]+$/, "");
      const key = wordKey(text);
      if (/\d/.test(key) || !starts.some((word) => key.startsWith(`${word} `))) continue;
      if (areas.isKnown(text)) return [text];
    }
  return [];
}
