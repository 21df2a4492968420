import type { Form } from "../form.ts";
import type { Days } from "../parse/area.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import type { Sheet } from "../read/grid.ts";
import type { HeaderCell } from "./header.ts";
import type { Match } from "./match.ts";
import { readSubset } from "./row_rules.ts";

/** How a sheet's area column is read. */
export interface AreaColumn {
  /** The area_id that a text named in the days spoken of, or null. Remembers: long lists repeat few areas. */
  read: (text: string, days: Days | null) => string | null;
  /** Whether a text names an area of any time. */
  isKnown: (text: string) => boolean;
  /** The header says that rows are neighbourhoods: a bare number names one, the ward is their total. */
  is_of_neighbourhoods: boolean;
}

/** The area column of a recognised sheet; without one every text is read as an area of any kind. */
export function areaColumn({ form, columns, header, areas, words }: Match): AreaColumn {
  const column = columns.get(form.keys.area?.column ?? "");
  const cell = header.cells.find((each) => each.column === column);
  const is_of_neighbourhoods = saysNeighbourhood(cell?.texts ?? [], words);
  const options = { is_neighbourhood_column: is_of_neighbourhoods };
  return {
    read: memoised((text, days) => areas.read(readSubset(text).label, days, options)),
    isKnown: memoised((text) => areas.isKnown(readSubset(text).label, options)),
    is_of_neighbourhoods,
  };
}

function saysNeighbourhood(texts: readonly string[], words: TermReader): boolean {
  return texts.some((text) => words.read(text).meanings.flat().includes("neighbourhood"));
}

/** Rows of a column that are looked at. */
const LOOK = 200;
/** A ward or commune by its word, ours or another. */
const WARD = /^\s*(?:phường|p\.|p|xã|x\.|thị trấn|đặc khu)\s+\p{Lu}/u;

/** Cells of an unread column that must name neighbourhoods for it to be the column of areas. */
const MOST = 0.6;

/**
 * The match with the area column that its form did not find: one that nobody read, or of addresses, most of whose cells
 * name neighbourhoods of the ward, or wards. A form without areas gets the key, for its rows are then no rows of the ward.
 */
export function withAreaColumn(sheet: Sheet, match: Match): Match {
  const id = match.form.keys.area?.column ?? "area";
  if (match.columns.has(id)) return match;
  const address = match.columns.get("address");
  const doubts = match.doubts.filter((doubt) => doubt.id === id);
  const open = [
    ...doubts.map(({ cell }) => cell),
    ...match.unknown,
    ...match.header.cells.filter(({ column }) => match.form.records && column === address),
  ];
  const found = open.find((header) => isOfAreas(sheet, match, header));
  if (!found) return match;
  return {
    ...match,
    form: withAreaKey(match.form, id, found),
    columns: new Map(match.columns).set(id, found.column),
    unknown: match.unknown.filter((header) => header !== found),
    doubts: match.doubts.filter((doubt) => !doubts.includes(doubt)),
  };
}

function withAreaKey(form: Form, id: string, { texts }: HeaderCell): Form {
  if (form.keys.area) return form;
  return {
    ...form,
    columns: { ...form.columns, [id]: { headers: [texts.join(" | ")], type: "area" } },
    keys: { ...form.keys, area: { column: id, blank: "reject" } },
  };
}

function isOfAreas(
  { rows }: Sheet,
  { header, areas, words }: Match,
  { column, texts: said }: HeaderCell,
): boolean {
  const options = { is_neighbourhood_column: saysNeighbourhood(said, words) };
  const known = new Set(areas.neighbourhoods.map(({ area_id }) => area_id));
  const below = rows.slice(header.bottom + 1, header.bottom + 1 + LOOK);
  const texts = below.flatMap((row) => row[column]?.text ?? []);
  const isArea = (text: string) => {
    const area = areas.read(text, null, options) ?? "";
    return known.has(area) || area === areas.ward_id || WARD.test(text);
  };
  const named = texts.filter(isArea);
  return named.length > 0 && named.length >= texts.length * MOST;
}

/** The function with a memory. */
function memoised<Answer extends string | boolean | null>(
  ask: (text: string, days: Days | null) => Answer,
) {
  const seen = new Map<string, Map<string, Answer>>();
  return (text: string, days: Days | null = null): Answer => {
    const when = days === null ? "" : days.start + days.end;
    const known = seen.get(when) ?? new Map<string, Answer>();
    seen.set(when, known);
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const answer = ask(text, days);
    known.set(text, answer);
    return answer;
  };
}
