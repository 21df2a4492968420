/** Ages as texts band them, most exact first; accents stripped, lower case. */
const BANDS: readonly [pattern: RegExp, read: (first: number, second: number) => string][] = [
  [/(?:tu )?(?:du )?(\d{1,3})(?: tuoi)? ?(?:den|-)? ?(?:duoi|<) ?(\d{1,3})(?: tuoi)?/, band],
  [/(?:tu )?(?:du )?(\d{1,3})(?: tuoi)? ?(?:den(?: het)?|-) ?(\d{1,3})(?: tuoi)?/, inclusive],
  [/tuoi (\d{1,3}) (\d{1,3})$/, inclusive],
  [/(?:tu )?(?:du )?(\d{1,3})(?: tuoi)?(?: tro len| ?\+)/, over],
  [/(?:>=|≥) ?(\d{1,3})(?: tuoi)?/, over],
  [/(?:tren|>) ?(\d{1,3})(?: tuoi)?/, (first) => over(first + 1)],
  [/(?:duoi|<) ?(\d{1,3})(?: tuoi)?/, (first) => band(0, first)],
  [/(?:den|<=|≤) ?(\d{1,3}) tuoi/, (first) => band(0, first + 1)],
];

/** No age, but the grade of a thing or a date. */
const OTHER = /\d ?[/.] ?\d|loai \d|\d{4}|thang|quy|ngay|nam \d|lan \d/;

/**
 * The band of ages that a header names as a term, `age:14:16` from 14 to under 16, as it is written, and the rest
 * of the text; null where it names none.
 */
export function readAge(text: string): { age: string | null; written: string; rest: string } {
  const plain = plainOf(text);
  if (!/\d/.test(plain) || OTHER.test(plain)) return { age: null, written: "", rest: text };
  for (const [pattern, read] of BANDS) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [whole, first = "", second = ""] = found;
    const { index } = found;
    const end = index + whole.length;
    const rest = `${text.slice(0, index)} ${text.slice(end)}`;
    const age = read(Number(first), Number(second));
    return { age, written: text.slice(index, end).trim(), rest };
  }
  return { age: null, written: "", rest: text };
}

function band(first: number, second: number): string {
  return `age:${first}:${second}`;
}

function inclusive(first: number, second: number): string {
  return band(first, second + 1);
}

function over(first: number): string {
  return `age:${first}:`;
}

/** Letter for letter as long as the text, so that what is found can be cut out of it. */
function plainOf(text: string): string {
  return [...text.normalize("NFC").toLowerCase()]
    .map((letter) => letter.normalize("NFD")[0] ?? letter)
    .join("")
    .replace(/đ/g, "d")
    .replace(/[–—−]/g, "-");
}
