/** Vowels and vowel groups that a Vietnamese syllable may be built on, tones left out. */
const NUCLEI =
  "oai|oao|oay|oeo|uai|uao|uay|uây|uyê|uya|uyu|uêu|iêu|yêu|uôi|ươi|ươu|oa|oă|oe|oo|ua|uă|uâ|ue|uê|ui|uo|uô|uơ|uy|ưa|ươ|ưi|ưu|" +
  "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oi|ôi|ơi|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y";
const ONSETS = "ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x";
const CODAS = "ch|nh|ng|c|m|n|p|t";
const SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${NUCLEI})(?:${CODAS})?$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORDS = /[^\s!-@[-`{-~“”‘’–—…•]+/gu;

/** How many of the words that are not plain ASCII there are, and how many are Vietnamese syllables. */
export interface SyllableCount {
  words: number;
  syllables: number;
}

/**
 * Counts the non-ASCII words of a text that are spelled as Vietnamese syllables are.
 * Text decoded by the wrong table falls apart at once (`Hä`, `trÞ`, `teân`).
 */
export function countSyllables(text: string): SyllableCount {
  const words = (text.match(WORDS) ?? []).filter((word) => /[^ -~]/.test(word));
  return { words: words.length, syllables: words.filter(isSyllable).length };
}

/** A word of one onset, one vowel group, one coda, and at most one tone. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize("NFD");
  const bare = decomposed.replace(TONES, "").normalize("NFC");
  return (decomposed.match(TONES) ?? []).length <= 1 && SYLLABLE.test(bare);
}
