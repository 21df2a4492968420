const GRAVE = "\u0300";
const ACUTE = "\u0301";
const CIRCUMFLEX = "\u0302";
const TILDE = "\u0303";
const BREVE = "\u0306";
const HOOK = "\u0309";
const DOT = "\u0323";

/** Marks over any vowel. */
const TONES: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
};
/** Marks that make â, ê, ô of a, e, o, with their tones. */
const CIRCUMFLEXES: Readonly<Record<string, string>> = {
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
};
/** Marks that make ă of a, with its tones. */
const BREVES: Readonly<Record<string, string>> = {
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** The letter that a base stands for, and the marks that may follow it. */
const BASES: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  a: ["a", { ...TONES, ...CIRCUMFLEXES, ...BREVES }],
  e: ["e", { ...TONES, ...CIRCUMFLEXES }],
  o: ["o", { ...TONES, ...CIRCUMFLEXES }],
  u: ["u", TONES],
  y: ["y", TONES],
  ô: ["ơ", TONES],
  ö: ["ư", TONES],
};
/** Letters that are one character. */
const SINGLES: Readonly<Record<string, string>> = {
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
  ñ: "đ",
};
const LETTERS = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöæóòîñ]/giu;

/**
 * Text of the VNI fonts (VNI-Times …) to Unicode NFC: a base letter and a mark after it make one letter
 * (`teân` is `tên`, `ngöôøi` is `người`). The case of the base is the case of the letter.
 */
export function decodeVni(text: string): string {
  return text.replace(LETTERS, decodeLetter).normalize("NFC");
}

function decodeLetter(match: string, base: string | undefined, mark = ""): string {
  const first = base ?? match;
  const isCapital = first !== first.toLowerCase();
  const [letter, marks] = BASES[first.toLowerCase()] ?? [SINGLES[first.toLowerCase()] ?? first, {}];
  const added = marks[mark.toLowerCase()];
  const decoded = (isCapital ? letter.toUpperCase() : letter) + (added ?? "");
  return mark !== "" && added === undefined ? decoded + decodeVni(mark) : decoded;
}
