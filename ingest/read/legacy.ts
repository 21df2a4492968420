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
/** What a legacy reading must be worth: it makes sense in itself, and more than the text as it stands. */
interface Bar {
  share: number;
  /** Different words that become syllables by it. */
  words: number;
}
const LEAST_GAIN = 0.2;
const PLAIN: Bar = { share: 0.7, words: 2 };
const HINTED: Bar = { share: 0.7, words: 1 };
/** Texts that have letters of Unicode only are hardly of another encoding. */
const BESIDE_UNICODE: Bar = { share: 0.9, words: 3 };
/** Footnotes and units: `1490¹`, `m²`. In TCVN3 the same characters are letters. */
const RAISED = /(?<=[\d)]|\b[kcd]?m)[⁽]?[⁰¹²³⁴-⁹]+[⁾]?/gu;

/** What a font's name says: .VnTime is TCVN3, .VnTimeH its capitals, VNI-Times is VNI. */
export function fontEncoding(fontName: string): FontEncoding | null {
  if (/^\.vn/i.test(fontName)) return { encoding: "TCVN3", is_capital: /H$/.test(fontName.trim()) };
  return /^vni-/i.test(fontName) ? { encoding: "VNI", is_capital: false } : null;
}

/**
 * The legacy encoding in which texts make most sense as Vietnamese, or null when they do as they are. Words of
 * texts without any Unicode-only letter vote; `isHinted` says that a legacy font was met.
 */
export function detectLegacy(texts: readonly string[], isHinted = false): LegacyEncoding | null {
  const voting = texts.filter(isLatin1);
  const evidence = voting.join(" ").replace(RAISED, "");
  const hasUnicode = voting.length < texts.length && texts.some(hasUnicodeLetter);
  const bar = isHinted ? HINTED : hasUnicode ? BESIDE_UNICODE : PLAIN;
  const readings = (Object.keys(DECODERS) as LegacyEncoding[]).map((encoding) => ({
    encoding,
    share: shareOf(DECODERS[encoding](evidence)),
  }));
  const best = readings.reduce((a, b) => (b.share > a.share ? b : a));
  const isBetter = best.share >= bar.share && best.share >= shareOf(evidence) + LEAST_GAIN;
  return isBetter && gainedWords(evidence, best.encoding) >= bar.words ? best.encoding : null;
}

/** How many different words, of more than one letter, are syllables only when decoded. */
function gainedWords(evidence: string, encoding: LegacyEncoding): number {
  const words = new Set(evidence.split(/[\s\d!-/:-@[-`{-~]+/u));
  const gained = Array.from(words).filter((word) => {
    const decoded = DECODERS[encoding](word);
    return decoded.length > 1 && shareOf(word) < 1 && shareOf(decoded) === 1;
  });
  return gained.length;
}

/** A letter of Vietnamese that no legacy font has. */
function hasUnicodeLetter(text: string): boolean {
  return /[ăđĩũơưạ-ỹ]/iu.test(text.normalize("NFC"));
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
  const encodings = new Map(
    [...hinted].map(([hint, group]) => [hint, detectLegacy(group, hint !== "none")]),
  );
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
  const decoded = decodeWords(text, encoding);
  if (shareOf(text) === 1 && shareOf(decoded) < 1) return text.normalize("NFC");
  const isCapital = font?.encoding === encoding && font.is_capital;
  return isCapital ? decoded.toUpperCase() : decoded;
}

/** Decodes what is not raised: a footnote mark behind a figure stays one. */
function decodeWords(text: string, encoding: LegacyEncoding): string {
  const raised = text.match(RAISED) ?? [];
  const words = text.split(RAISED).map((piece) => DECODERS[encoding](piece));
  return words.map((word, index) => word + (raised[index] ?? "")).join("");
}

function isLatin1(text: string): boolean {
  return !/[^\p{ASCII}\u0080-\u00ff]/u.test(text.replace(RAISED, ""));
}

function shareOf(text: string): number {
  const { words, syllables } = countSyllables(text);
  return words === 0 ? 0 : syllables / words;
}
