import type { AssignedColumn } from "./assign_columns.ts";
import { headerMeaning } from "./column_words.ts";
import type { HeaderCell } from "./header.ts";
import type { Match } from "./match.ts";

const CUMULATIVE = "cumulative";

/**
 * The match without the columns of stocks that stand beside their own running count (`Số hộ đã bàn giao` beside
 * `Lũy kế số hộ đã bàn giao`): the shorter header may count the period alone. These are in doubt, unless people
 * have said what they are. `past` are headers of columns that the reading leaves out.
 */
export function withoutRunningTwins(match: Match, past: readonly string[]): Match {
  const taught = new Set(match.taught);
  const twins = [...match.columns].flatMap(([id, column]): AssignedColumn[] => {
    const cell = match.header.cells.find((each) => each.column === column);
    const isStock = match.form.measures[id]?.kind === "stock";
    const isOpen = cell !== undefined && isStock && !taught.has(column);
    const isTwin = isOpen && hasTwin(cell, match, past);
    return isTwin ? [{ id, cell, points: 0, sureness: "doubt", rivals: [] }] : [];
  });
  if (twins.length === 0) return match;
  const dropped = new Set(twins.map(({ id }) => id));
  return {
    ...match,
    columns: new Map([...match.columns].filter(([id]) => !dropped.has(id))),
    doubts: [...match.doubts, ...twins],
  };
}

/** Whether a header that nobody reads says the same, added up or not. */
function hasTwin(cell: HeaderCell, { header, columns, words }: Match, past: readonly string[]) {
  const read = new Set(columns.values());
  const termsOf = (texts: readonly string[]) => headerMeaning({ texts, key: "" }, words).terms;
  const own = termsOf(cell.texts);
  const unread = header.cells.filter(({ column }) => !read.has(column)).map(({ texts }) => texts);
  return [...unread, ...past.map((text) => [text])].map(termsOf).some((terms) => {
    return terms.has(CUMULATIVE) !== own.has(CUMULATIVE) && isSame(terms, own);
  });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const plain = (terms: ReadonlySet<string>) =>
    [...terms].filter((term) => term !== CUMULATIVE).sort();
  return plain(a).join(" ") === plain(b).join(" ");
}
