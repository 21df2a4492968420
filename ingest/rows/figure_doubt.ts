import type { FormCheck } from "../form.ts";
import { detectNumberStyle, parseNumberCell } from "../parse/number.ts";
import type { AssignedColumn } from "../recognise/assign_columns.ts";
import { headerMeaning } from "../recognise/column_words.ts";
import type { HeaderCell } from "../recognise/header.ts";
import type { Match } from "../recognise/match.ts";
import type { SheetContext } from "./sheet_context.ts";

/** What rounding makes of percentages: of whole ones, and of those with decimals. */
const ROUNDING = { whole: 0.6, decimal: 0.11 };

type Figures = readonly (number | null)[];

/** The figures of a table by 0-based column, a row after the other. */
interface Evidence {
  context: SheetContext;
  figuresOf: (column: number) => Figures;
}

/**
 * The match of a table without the columns of which the figures speak against the header: a bare rate that is a share
 * of something else, an earlier level under `so với tháng trước`. They are asked about like any column in doubt.
 */
export function withFigureDoubts(context: SheetContext): Match {
  const evidence = { context, figuresOf: figureReader(context) };
  const { match } = context;
  const bare = match.header.cells.filter((cell) => isRead(match, cell) && isBareRate(cell, match));
  const placed = bare.reduce((each, cell) => placeRate(each, cell, evidence), match);
  const levels = [...placed.columns.keys()].filter((id) => isLevel(id, placed, evidence));
  return levels.reduce((each, id) => withoutColumn(each, id), placed);
}

const WHOLE = ["people", "cases", "units", "households", "places"];

function figureReader({ sheet, table, match }: SheetContext): Evidence["figuresOf"] {
  const known = new Map<number, Figures>();
  const read = (column: number): Figures => {
    const cells = table.rows.map(({ index }) => sheet.rows[index]?.[column] ?? null);
    const texts = cells.flatMap((cell) => (cell?.type === "text" ? cell.text : []));
    const id = [...match.columns].find(([, at]) => at === column)?.[0] ?? "";
    const isWhole = WHOLE.includes(String(match.form.measures[id]?.unit));
    const style = detectNumberStyle(texts, { isWhole });
    return cells.map((cell) => {
      const parsed = parseNumberCell(cell, style);
      return parsed.ok && parsed.value.kind === "number" ? parsed.value.value : null;
    });
  };
  return (column) => {
    const figures = known.get(column) ?? read(column);
    known.set(column, figures);
    return figures;
  };
}

/** Whether a column is read, and not because somebody has said what it is. */
function isRead({ columns, taught }: Match, { column }: HeaderCell): boolean {
  return [...columns.values()].includes(column) && !taught.includes(column);
}

/** `Tỷ lệ (%)`: it does not say of what. */
function isBareRate(cell: HeaderCell, { words, form }: Match): boolean {
  const free = new Set(words.read(form.match.subject?.[0] ?? "").meanings.flat());
  const said = headerMeaning(cell, words)
    .levels.flat(2)
    .filter((term) => !free.has(term));
  return said.length > 0 && said.every((term) => term === "rate");
}

/** Gives a bare rate to the column that its figures or its place say, or to none. */
function placeRate(match: Match, cell: HeaderCell, evidence: Evidence): Match {
  const { form, columns } = match;
  const current = [...columns].find(([, column]) => column === cell.column)?.[0] ?? "";
  if (form.measures[current]?.unit !== "percent" || isOnlyRate(current, match)) return match;
  const open = Object.keys(form.measures).filter(
    (id) => form.measures[id]?.unit === "percent" && (id === current || !columns.has(id)),
  );
  const proven = open.find((id) => provenShare(id, cell, match, evidence) === true);
  const beside = open.find((id) => isBeside(id, cell, match));
  const isWrong = beside !== undefined && provenShare(beside, cell, match, evidence) === false;
  const needsPlace = form.columns[current]?.follows !== undefined;
  const isOther = needsPlace || isShareOfOther(current, cell, match, evidence);
  const found = proven ?? (isWrong ? null : beside) ?? (isOther ? null : current);
  if (found === current) return match;
  const without = withoutColumn(match, current);
  if (found === null) return without;
  const doubts = match.doubts;
  return { ...without, doubts, columns: new Map([...without.columns, [found, cell.column]]) };
}

/** The one rate that a form has, and of nothing that it says, beside no plan: whatever it is a share of, it is that. */
function isOnlyRate(id: string, match: Match): boolean {
  const rates = Object.values(match.form.measures).filter(({ unit }) => unit === "percent");
  const hasPlan = match.header.cells.some((cell) => saysPlan(cell, match));
  return rates.length === 1 && shareOf(match, id) === undefined && !hasPlan;
}

function saysPlan(cell: HeaderCell, { words }: Match): boolean {
  return headerMeaning(cell, words)
    .levels.flat(2)
    .some((term) => PLANNED.includes(term));
}

type Share = Extract<FormCheck<string>, { rule: "ratio" }>;

function shareOf({ form }: Match, id: string): Share | undefined {
  return form.checks?.find((one): one is Share => one.rule === "ratio" && one.ratio === id);
}

/** Whether the figures are the shares that the form says; null where the sheet does not have both parts. */
function provenShare(
  id: string,
  { column }: HeaderCell,
  match: Match,
  { figuresOf }: Evidence,
): boolean | null {
  const share = shareOf(match, id);
  const part = match.columns.get(share?.numerator ?? "");
  const whole = match.columns.get(share?.denominator ?? "");
  if (part === undefined || whole === undefined) return null;
  return isShare(figuresOf(column), figuresOf(part), figuresOf(whole));
}

/** Whether the figures are the shares of one in the other, but for slips; null where no row has all three. */
function isShare(rates: Figures, parts: Figures, wholes: Figures): boolean | null {
  const rows = rates.flatMap((rate, row) => {
    const [part = null, whole = null] = [parts[row], wholes[row]];
    return rate === null || part === null || whole === null || whole === 0
      ? []
      : { rate, made: (part / whole) * 100 };
  });
  if (rows.length === 0) return null;
  const slack = slackOf(rates);
  const right = rows.filter(({ rate, made }) => Math.abs(rate - made) <= slack);
  return right.length * 3 >= rows.length * 2;
}

/** It stands right of the column whose rate it would be. */
function isBeside(id: string, { column }: HeaderCell, { form, columns, header }: Match): boolean {
  const { follows } = form.columns[id] ?? {};
  const left = header.cells.filter((each) => each.column < column).at(-1);
  return follows !== undefined && left !== undefined && columns.get(follows) === left.column;
}

const PLANNED = ["plan", "target", "assigned", "army_quota"];

/** Beside a plan it may be how far that is met; other columns make it, or it is the row's share of their sum. */
function isShareOfOther(
  id: string,
  cell: HeaderCell,
  match: Match,
  { figuresOf }: Evidence,
): boolean {
  const own = provenShare(id, cell, match, { figuresOf } as Evidence);
  if (own !== null) return false;
  const others = match.header.cells.filter(({ column }) => column !== cell.column);
  if (others.some((each) => saysPlan(each, match))) return true;
  const rates = figuresOf(cell.column);
  const parts = others.map(({ column }) => figuresOf(column));
  return parts.some(
    (part) =>
      isShareOfSum(rates, part) ||
      parts.some((whole) => part !== whole && isShare(rates, part, whole) === true),
  );
}

/** Rows enough that their agreement is no chance. */
const ENOUGH = 3;

/** Each figure is the same share of its row's part: all have one whole. */
function isShareOfSum(rates: Figures, parts: Figures): boolean {
  const rows = rates.flatMap((rate, row) => {
    const part = parts[row] ?? null;
    return rate === null || part === null || rate === 0 ? [] : { rate, part };
  });
  const sum = (of: (row: { rate: number; part: number }) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const whole = sum(({ part }) => part) / sum(({ rate }) => rate);
  const isVaried = new Set(rows.map(({ part }) => part)).size >= ENOUGH;
  const slack = slackOf(rates);
  return isVaried && rows.every(({ rate, part }) => Math.abs(rate - part / whole) <= slack);
}

function slackOf(rates: Figures): number {
  const isWhole = rates.every((rate) => rate === null || Number.isInteger(rate));
  return isWhole ? ROUNDING.whole : ROUNDING.decimal;
}

/** How near an earlier level is to a level: where signs are promised in the header only large ones tell. */
const NEAR = { bare: [0.5, 2, 0], signed: [0.8, 1.25, 100] } as const;
const SIGNED = ["change", "increase", "decrease"];

/** A column of changes of which every figure is nearly that of a level. */
function isLevel(id: string, { form, columns, header, words, taught }: Match, evidence: Evidence) {
  const measure = form.measures[id];
  const column = columns.get(id) ?? -1;
  if (!measure || measure.unit === "percent" || !isOfChange(id, form, words)) return false;
  if (measure.unit === "indicator_unit" || taught.includes(column)) return false;
  const cell = header.cells.find((each) => each.column === column);
  const terms = cell ? headerMeaning(cell, words).levels.flat(2) : [];
  const near = SIGNED.some((term) => terms.includes(term)) ? NEAR.signed : NEAR.bare;
  const levels = Object.entries(form.measures).flatMap(([other, { unit, minimum }]) =>
    unit === measure.unit && minimum !== undefined ? (columns.get(other) ?? []) : [],
  );
  const figures = evidence.figuresOf(column);
  return levels.some((level) => areNear(figures, evidence.figuresOf(level), near));
}

/** Whether a form's own header of a column speaks of a change. */
function isOfChange(id: string, { columns }: Match["form"], words: Match["words"]): boolean {
  const said = (columns[id]?.headers ?? []).flatMap((header) => words.read(header).meanings.flat());
  return said.some((term) => term.startsWith("against") || SIGNED.includes(term));
}

function areNear(
  figures: Figures,
  levels: Figures,
  [low, high, least]: readonly [number, number, number],
): boolean {
  const rows = figures.flatMap((figure, row) => {
    const level = levels[row] ?? null;
    return figure === null || level === null || level <= 0 ? [] : { figure, level };
  });
  const isNear = ({ figure, level }: { figure: number; level: number }) =>
    level >= least && figure >= level * low && figure <= level * high;
  return rows.length > 0 && rows.every(isNear);
}

/** A column is asked about instead of read. */
function withoutColumn(match: Match, id: string): Match {
  const column = match.columns.get(id);
  const cell = match.header.cells.find((each) => each.column === column);
  if (!cell) return match;
  const columns = new Map([...match.columns].filter(([other]) => other !== id));
  const doubt: AssignedColumn = { id, cell, rivals: [], points: 0, sureness: "doubt" };
  const likely = match.likely.filter((each) => each.id !== id);
  return { ...match, columns, likely, doubts: [...match.doubts, doubt] };
}
