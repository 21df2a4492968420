import type { AreaReader } from "../../../ingest/parse/area.ts";
import type { Cell } from "../../../ingest/parse/cell.ts";
import { parseDateCell } from "../../../ingest/parse/date.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import { detectNumberStyle, parseNumberCell } from "../../../ingest/parse/number.ts";
import { parsePeriod } from "../../../ingest/parse/period.ts";
import { isHeaderOfPerson } from "../../../ingest/programme/ward_form_words.ts";
import type { WARD_COLUMN_TYPES } from "../../../ingest/programme/ward_forms.ts";
import type { HeaderCell } from "../../../ingest/recognise/header.ts";
import type { FoundTable } from "./find_table.ts";
import type { KnownHeader } from "./vocabulary.ts";

/** A column as it is drafted: what it holds by its header and, where that says nothing, by its cells. */
export interface DraftColumn {
  id: string;
  header: HeaderCell;
  type: DraftColumnType;
  /** It tells persons apart: the table is a list of people. */
  is_personal: boolean;
  cells: Cell[];
}

/** What a column of a table of figures may be; `identifier` makes it a list of people. */
type DraftColumnType = (typeof WARD_COLUMN_TYPES)[number] | "identifier";

/** Share of a column's cells that must look alike to decide its type. */
const MOST = 0.6;
const ROWS_LOOKED_AT = 300;
const LONGEST_ID = 40;

/** Types that a known header alone decides; figures must be figures in their cells too. */
const BY_HEADER: readonly DraftColumnType[] = ["ordinal", "identifier", "note", "area", "period"];

/** Drafts the columns of a table, from the left, each under an id of its own. */
export function draftColumns(
  table: FoundTable,
  known: (cell: HeaderCell) => KnownHeader | null,
  areas: AreaReader,
): DraftColumn[] {
  const ids = new Set<string>();
  return table.header.cells.map((header) => {
    const cells = table.rows
      .slice(0, ROWS_LOOKED_AT)
      .flatMap((row) => table.sheet.rows[row]?.[header.column] ?? []);
    const like = known(header);
    const byHeader = BY_HEADER.find((each) => each === like?.type);
    const type = byHeader ?? typeOf(header, cells, areas);
    const id = freeId(like?.type === type ? like.id : slug(header), ids);
    const is_personal = type === "identifier" || header.texts.some(isHeaderOfPerson);
    return { id, header, type, is_personal, cells };
  });
}

/** The type of a column by its header's words and the look of its cells. */
function typeOf({ key }: HeaderCell, cells: readonly Cell[], areas: AreaReader): DraftColumnType {
  const looks = LOOKS.find(({ header, cell }) => {
    return (!header || header.test(key)) && share(cells, (each) => cell(each, areas)) >= MOST;
  });
  if (looks) return looks.type;
  if (isFigures(cells)) return isWhole(cells) ? "count" : "number";
  return isRepeatedWords(cells) ? "category" : "note";
}

const LOOKS: readonly {
  type: DraftColumnType;
  header?: RegExp;
  cell: (cell: Cell, areas: AreaReader) => boolean;
}[] = [
  { type: "ordinal", header: /^(?:stt|tt|so tt|so thu tu)$/, cell: () => true },
  {
    type: "note",
    header: /\b(?:ghi chu|dien thoai|sdt|so dt|email|tai khoan|ma so thue)\b/,
    cell: () => true,
  },
  { type: "unit", header: /^(?:dvt|don vi tinh|dv tinh)$/, cell: () => true },
  { type: "note", cell: isDate },
  { type: "period", header: /^(?:ky|thang|quy|nam|thoi gian|thoi ky)\b/, cell: isPeriod },
  { type: "area", header: /\b(?:to dan pho|tdp|khu vuc|dia ban)\b/, cell: isNeighbourhood },
  { type: "area", cell: ({ text }, areas) => areas.isKnown(text) },
  { type: "identifier", cell: isIdentifier },
  { type: "note", cell: ({ text }) => ["co", "khong", "chua", "x"].includes(wordKey(text)) },
];

function isDate(cell: Cell): boolean {
  if (cell.type === "date") return true;
  return /\d[/.-]\d/.test(cell.text) && cell.type === "text" && parseDateCell(cell).ok;
}

function isPeriod({ text }: Cell): boolean {
  return parsePeriod(text, 2026).ok || /^(?:0?[1-9]|1[0-2])$/.test(text);
}

function isNeighbourhood({ text }: Cell, areas: AreaReader): boolean {
  return areas.isKnown(text, { is_neighbourhood_column: true });
}

/** A number of a person: a card, or 9 to 12 digits that no mark parts. */
function isIdentifier({ text }: Cell): boolean {
  return /^(?:\d{9,12}|[A-Z]{2}[1-5]\d{12})$/i.test(text.replace(/[\s.]/g, ""));
}

function isFigures(cells: readonly Cell[]): boolean {
  const texts = cells.flatMap((cell) => (cell.type === "text" ? cell.text : []));
  const style = detectNumberStyle(texts);
  return (
    share(cells, (cell) => {
      const read = parseNumberCell(cell, style);
      return read.ok && read.value.kind !== "blank";
    }) >= MOST
  );
}

function isWhole(cells: readonly Cell[]): boolean {
  return !cells.some(({ text }) => /%|[.,]\d{1,2}$/.test(text));
}

/** Words that name rows: short, and each with its own. */
function isRepeatedWords(cells: readonly Cell[]): boolean {
  const isName = ({ text }: Cell) => /\p{L}{2}/u.test(text) && text.length < 90;
  return cells.length > 0 && share(cells, isName) >= MOST;
}

function share(cells: readonly Cell[], looks: (cell: Cell) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
}

/** The words of a header as an id. */
function slug({ key, column }: HeaderCell): string {
  const words = key.split(" ");
  while (words.join("_").length > LONGEST_ID) words.pop();
  const id = words.join("_");
  return /^[a-z]/.test(id) ? id : `column_${id || column + 1}`;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}_${number}`;
  taken.add(id);
  return id;
}
