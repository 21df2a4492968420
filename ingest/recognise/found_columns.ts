import { parsePeriod } from "../parse/period.ts";
import type { Sheet } from "../read/grid.ts";
import { categoryOf } from "./category.ts";
import type { HeaderCell } from "./header.ts";
import type { Match } from "./match.ts";

/** Rows of a column that are looked at. */
const LOOK = 200;
/** Cells of an unread column that must be of a kind for it to be the key's column. */
const MOST = 0.6;

/**
 * The match with the column of periods that its form did not find by its header: an unread one most of whose
 * cells name a period. Else rows of two months would be one month's.
 */
export function withPeriodColumn(sheet: Sheet, match: Match): Match {
  const id = match.form.keys.period?.column;
  if (id === undefined || match.columns.has(id)) return match;
  const found = match.unknown.find((header) => {
    const texts = textsBelow(sheet, match, header);
    const named = texts.filter((text) => isPeriod(text, saysTime(header, match)));
    return new Set(named).size > 1 && named.length >= texts.length * MOST;
  });
  return found ? withColumn(match, id, found) : match;
}

/** A day is of a row's period only where the header speaks of time; months and quarters always are. */
function isPeriod(text: string, isOfTime: boolean): boolean {
  if (!/\d/.test(text)) return false;
  const read = parsePeriod(text);
  return read.ok && (isOfTime || read.value.frequency !== "date");
}

/** `Thời điểm`, `Kỳ`: its words are of time and of nothing else. */
function saysTime({ texts }: HeaderCell, { words }: Match): boolean {
  const { meanings, neutral, unknown } = words.read(texts.at(-1) ?? "");
  const said = [...meanings.flat(), ...neutral];
  return said.length > 0 && unknown.length === 0 && said.every((term) => TIME.includes(term));
}

const TIME: readonly string[] = ["now", "period", "on_date", "have", "count"];

/**
 * A required column of known categories under a header that says too little (`Loại`), or of codes of
 * indicators (`Mã số`), which is told as read so.
 */
export function withCategoryColumn(sheet: Sheet, match: Match): Match {
  const { category } = match.form.keys;
  if (!category || match.columns.has(category.column)) return match;
  if (!("known" in category))
    return category.open === "code" ? withCodeColumn(sheet, match, category.column) : match;
  const found = match.unknown.find((header) => {
    const texts = textsBelow(sheet, match, header);
    const named = texts.filter((text) => categoryOf(match, text) !== null);
    return named.length > 1 && named.length >= texts.length * MOST;
  });
  return found ? withColumn(match, category.column, found) : match;
}

/** A column in which codes of indicators stand and nothing else; without one, that of their names. */
function withCodeColumn(sheet: Sheet, match: Match, id: string): Match {
  const found = match.unknown.find((header) => {
    const texts = textsBelow(sheet, match, header);
    return texts.length > 0 && texts.every((text) => CODE.test(text.trim()));
  });
  if (!found) return withNames(match, id);
  const likely = { id, cell: found, points: 0, sureness: "likely" as const, rivals: [] };
  return { ...withColumn(match, id, found), likely: [...match.likely, likely] };
}

/** Each name that is none of an indicator is asked about. */
function withNames(match: Match, id: string): Match {
  const names = match.columns.get(NAMES);
  if (names === undefined) return match;
  const columns = new Map(match.columns).set(id, names);
  columns.delete(NAMES);
  return { ...match, columns };
}

const NAMES = "indicator_title";

/** `HI_COVERAGE`: capitals in words with a line below between them. */
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

function textsBelow({ rows }: Sheet, { header }: Match, { column }: HeaderCell): string[] {
  const below = rows.slice(header.bottom + 1, header.bottom + 1 + LOOK);
  return below.flatMap((row) => row[column]?.text ?? []);
}

function withColumn(match: Match, id: string, found: HeaderCell): Match {
  return {
    ...match,
    columns: new Map(match.columns).set(id, found.column),
    unknown: match.unknown.filter((header) => header !== found),
  };
}
