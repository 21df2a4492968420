/** A piece of a text with what its font makes of it. */
export interface TextRun {
  text: string;
  is_struck: boolean;
  is_raised: boolean;
}

/** The text that the runs of a cell leave, and whether it is struck through whole. */
export interface RunsText {
  text: string;
  is_struck: boolean;
}

/** The text of runs: what is struck through is left out, unless all is; raised digits are raised characters. */
export function textOfRuns(runs: readonly TextRun[]): RunsText {
  const kept = runs.filter(({ is_struck }) => !is_struck);
  const isStruck = kept.every(({ text }) => text.trim() === "");
  const shown = isStruck ? runs : kept;
  const whole = shown.map(({ text }) => text).join("");
  const text = shown.reduce(
    (before, run) => before + (run.is_raised ? raisedBehind(before, run.text, whole) : run.text),
    "",
  );
  return { text, is_struck: isStruck && runs.some(({ is_struck }) => is_struck) };
}

/** A footnote's mark or a unit's power; elsewhere raised characters are letters of old fonts. */
const RAISABLE = /(?:^|[\d)%*\]…-]|\b[kcd]?m)\s*$/u;

function raisedBehind(before: string, text: string, whole: string): string {
  const mayBeOfOldFont = !/[^\p{ASCII}\u0080-\u00ff]/u.test(whole);
  if (mayBeOfOldFont && !RAISABLE.test(before)) return text;
  return text
    .replace(/(?<=\d)[,;.\s]+(?=\d)/g, "")
    .replace(/[\d()]/g, (sign) => RAISED[sign] ?? sign);
}

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, digit) => [String(digit), sign])),
  "(": "⁽",
  ")": "⁾",
};
