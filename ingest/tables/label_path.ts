import { wordKey } from "../parse/key.ts";
import { type Frame, isFigure, isWords } from "./frame.ts";

/** A row of labels: what its figure is called, below the groups that it stands under. */
export interface LabelRow {
  row: number;
  /** From the outermost group to the label itself, without numbering. */
  path: string[];
  has_figures: boolean;
}

/** How far in a row stands, by its numbering: the lower, the further out. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^(?:[IVX]+|[A-H])[.)]?$/, 1],
  [/^\d+[.)]?$/, 2],
  [/^\d+\.\d+[.)]?$/, 3],
  [/^\d+(?:\.\d+){2,}[.)]?$/, 4],
  [/^[a-zđ][.)]?$/, 6],
  [/^[-–*•]$/, 7],
  [/^\+$/, 8],
];

const HEADING = 1.5;
const PLAIN = 2;
const INNER = 5;
const MOST_LEVELS = 3;

const NUMBERING =
  /^\s*((?:[IVX]+|[A-H]|\d+(?:\.\d+)*|[a-zđ])(?=[.)]\s|[.)]\p{L}|\)| - )|[-–+*•](?=\s|\p{L})|\d+(?:\.\d+)+(?=\s))[.)]*\s*(?:-\s)?/u;

/** The code of an indicator before its name: `CT02 — Tổng số nhân khẩu`. */
const CODE = /^\s*[A-Z]{1,5}[._]?\d{1,4}\s*[—–:-]\s*(?=\p{L})/u;

/** The label's words and the numbering before them. */
export function readNumbering(text: string): { numbering: string; label: string } {
  const [whole = "", numbering = ""] = NUMBERING.exec(text) ?? [];
  const words = text.slice(whole.length).replace(CODE, "");
  return { numbering, label: words.replace(/\s+/g, " ").trim() };
}

/** The rows of a frame that name something, each below its groups. */
export function labelRows(frame: Frame): LabelRow[] {
  const { sheet, body, label, ordinal, figures } = frame;
  const hasOrdinals = ordinal !== null;
  const groups: { rank: number; text: string }[] = [];
  return body.flatMap((row) => {
    const cells = sheet.rows[row] ?? [];
    const cell = cells[label.column];
    const named = isWords(cell) ? cell : cells.find((each) => isWords(each));
    const has_figures = figures.some(({ column }) => isFigure(cells[column]));
    if (!named || (has_figures && named !== cell)) return [];
    const read = readNumbering(named.text);
    const numbering = read.numbering || (cells[ordinal ?? -1]?.text ?? "");
    const rank = rankOf(numbering, hasOrdinals, has_figures);
    while ((groups.at(-1)?.rank ?? -1) >= rank) groups.pop();
    const levels = levelsOf(read.label);
    const path = [...groups.map(({ text }) => text), ...levels].slice(-MOST_LEVELS);
    groups.push({ rank, text: levels.join(" ") });
    return { row, path, has_figures };
  });
}

function rankOf(numbering: string, hasOrdinals: boolean, hasFigures: boolean): number {
  const text = numbering.replace(/^(\d+)00\.00%$/, "$1").trim();
  const found = RANKS.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  if (hasOrdinals && hasFigures) return INNER;
  return hasFigures ? PLAIN : HEADING;
}

/** The level between a label and its parts. */
export const WITHIN = "Trong đó";

const SUBSET = /^trong\s+(?:đó|do)\s*[:,]?\s*/iu;

/** `Trong đó: nữ` is `nữ` within what stands above; `Tội phạm nghiêm trọng: số vụ` a group and its label. */
export function levelsOf(label: string): string[] {
  const rest = label.replace(SUBSET, "");
  if (rest !== label) return [WITHIN, rest].filter((text) => text !== "");
  const [, group = "", leaf = ""] = /^([^:()]+):\s*(\p{L}.*)$/u.exec(label) ?? [];
  return wordKey(group) && wordKey(leaf)
    ? [group.trim(), leaf.trim()]
    : [label.replace(/[:;.]+$/, "")];
}
