import { countSyllables } from "./syllable.ts";
import { decodeTcvn3 } from "./tcvn3.ts";
import { decodeVni } from "./vni.ts";

/** The font encodings in which Vietnamese was written before Unicode. */
export type LegacyEncoding = "TCVN3" | "VNI";

/** What a font's name says of the text that is set in it. */
export interface FontEncoding {
  encoding: LegacyEncoding;
  is_capital: boolean;
}

/** A text with what its font says of it, if anything. */
export interface FontText {
  text: string;
  font: FontEncoding | null;
}

const DECODERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  TCVN3: (text) => decodeTcvn3(text),
  VNI: decodeVni,
};
/** A legacy reading must make sense in itself, and more sense than the text as it stands. */
const LEAST_SHARE = 0.7;
const LEAST_GAIN = 0.2;

/** What a font's name says: .VnTime is TCVN3, .VnTimeH its capitals, VNI-Times is VNI. */
export function fontEncoding(fontName: string): FontEncoding | null {
  if (/^\.vn/i.test(fontName)) return { encoding: "TCVN3", is_capital: /H$/.test(fontName.trim()) };
  return /^vni-/i.test(fontName) ? { encoding: "VNI", is_capital: false } : null;
}

/**
 * The legacy encoding in which texts make most sense as Vietnamese, or null when they do as they are.
 * Only texts without any Unicode-only letter count.
 */
export function detectLegacy(texts: readonly string[]): LegacyEncoding | null {
  const evidence = texts.filter(isLatin1).join(" ");
  const shares = (Object.keys(DECODERS) as LegacyEncoding[]).map((encoding) => ({
    encoding,
    share: shareOf(DECODERS[encoding](evidence)),
  }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  const isBetter = best.share >= LEAST_SHARE && best.share >= shareOf(evidence) + LEAST_GAIN;
  return isBetter ? best.encoding : null;
}

/**
 * The texts of one file in Unicode NFC, and the legacy encoding met, if any. Texts in legacy fonts are
 * judged apart from the others: a font is a hint, for Unicode typed in .VnTime is common too.
 */
export function decodeTexts(texts: readonly FontText[]): {
  texts: string[];
  encoding: LegacyEncoding | null;
} {
  const hinted = groupBy(texts, ({ font }) => font?.encoding ?? "none");
  const encodings = new Map([...hinted].map(([hint, group]) => [hint, detectLegacy(group)]));
  const found = [...encodings.values()].find((encoding) => encoding !== null) ?? null;
  const decoded = texts.map((one) =>
    decodeText(one, encodings.get(one.font?.encoding ?? "none") ?? null),
  );
  return { texts: decoded, encoding: found };
}

/**
 * The texts of a file whose cells share one encoding: Unicode where any of them has a letter that no legacy font has, for
 * English beside Vietnamese can look like either.
 */
export function decodeTogether(texts: readonly FontText[]): ReturnType<typeof decodeTexts> {
  if (texts.every(({ text }) => isLatin1(text))) return decodeTexts(texts);
  return { texts: texts.map(({ text }) => text.normalize("NFC")), encoding: null };
}

function groupBy(
  texts: readonly FontText[],
  hintOf: (text: FontText) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const one of texts) {
    const group = groups.get(hintOf(one)) ?? [];
    group.push(one.text);
    groups.set(hintOf(one), group);
  }
  return groups;
}

function decodeText({ text, font }: FontText, encoding: LegacyEncoding | null): string {
  if (encoding === null || !isLatin1(text)) return text.normalize("NFC");
  const decoded = DECODERS[encoding](text);
  if (shareOf(text) === 1 && shareOf(decoded) < 1) return text.normalize("NFC");
  const isCapital = font?.encoding === encoding && font.is_capital;
  return isCapital ? decoded.toUpperCase() : decoded;
}

function isLatin1(text: string): boolean {
  return !/[^\p{ASCII}\u0080-\u00ff]/u.test(text);
}

function shareOf(text: string): number {
  const { words, syllables } = countSyllables(text);
  return words === 0 ? 0 : syllables / words;
}
