import type { FormColumnType } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import type { Sheet } from "../read/grid.ts";

/** So many filled cells below a header tell what a column holds. */
const ENOUGH = 30;
const DEPTH = 200;
/** Of fewer cells a mistake may be all. */
const FEW = 4;

const DIGIT = /\d/;
const WORD = /\p{L}{2}/u;

type Test = (cell: Cell) => boolean;

const isFigure: Test = (cell) =>
  cell.type === "number" || (DIGIT.test(cell.text) && !/\d{1,2}\/\d{1,2}\/\d{4}/.test(cell.text));
const isNumberOfPerson: Test = ({ text }) => (text.match(/\d/g)?.length ?? 0) >= 8;
const isDate: Test = (cell) => cell.type === "date" || DIGIT.test(cell.text);
const isPeriod: Test = ({ type, text }) =>
  type === "date" || /\p{L}|\d[/.-]\d|^(?:19|20)\d\d$|^(?:0?[1-9]|1[0-2])$/u.test(text);
const isWorded: Test = ({ text }) => WORD.test(text);

/** What most filled cells of a column of a type look like; other types may hold anything. */
const TESTS: Partial<Record<FormColumnType, Test>> = {
  number: isFigure,
  count: isFigure,
  identifier: isNumberOfPerson,
  date: isDate,
  category: isWorded,
  period: isPeriod,
};

/** Of these even one cell tells: few words head such a column, and one of them is `Nam`. */
const STRICT: readonly FormColumnType[] = ["period"];

/** Marks that stand for a figure. */
const MARK = /^[-–—…x.\s]*$|^(?:không|kps|không có)$/i;

/** What the cells below the headers of a block tell. */
export interface ColumnEvidence {
  /** Whether they can be of a type; of few anything. */
  canHold: (column: number, type: FormColumnType) => boolean;
  isFilled: (column: number) => boolean;
}

/** Looks at the first filled cells below a header whose last row is `bottom` (0-based). */
export function columnEvidence({ rows }: Sheet, bottom: number): ColumnEvidence {
  const samples = new Map<number, Cell[]>();
  const sampleOf = (column: number) => {
    const known = samples.get(column) ?? filledBelow(rows, bottom, column);
    samples.set(column, known);
    return known;
  };
  return {
    isFilled: (column) => sampleOf(column).length > 0,
    canHold: (column, type) => {
      const test = TESTS[type];
      const cells = test ? sampleOf(column) : [];
      const fitting = cells.filter((cell) => test?.(cell)).length;
      if (STRICT.includes(type)) return fitting * 2 > cells.length;
      return cells.length < FEW || fitting * 4 >= cells.length;
    },
  };
}

function filledBelow(rows: Sheet["rows"], bottom: number, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = bottom + 1; row < rows.length && row <= bottom + DEPTH; row++) {
    const cell = rows[row]?.[column] ?? null;
    if (cell && !MARK.test(cell.text)) cells.push(cell);
    if (cells.length === ENOUGH) break;
  }
  return cells;
}
