import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import type { Sheet } from "../read/grid.ts";
import { withAreaColumn } from "./area_column.ts";
import { type AssignedColumn, assignColumns, type Headers } from "./assign_columns.ts";
import { columnEvidence } from "./column_evidence.ts";
import { type HeaderMeaning, headerMeaning } from "./column_words.ts";
import type { FitContext } from "./fit.ts";
import type { Catalogue, EditionWords } from "./form_catalogue.ts";
import { withCategoryColumn } from "./found_columns.ts";
import { type HeaderBlock, type HeaderCell, headerBlocks } from "./header.ts";
import {
  hasSection,
  type SheetWords,
  saysMark,
  saysSubject,
  speaksAgainst,
} from "./sheet_words.ts";
import { titledCategory } from "./titled_category.ts";
import { twinColumn } from "./twin_columns.ts";
import { isOfWholeWard } from "./whole_ward.ts";

/** A sheet recognised as a form: where its header stands and which column holds what. */
export interface Match {
  /** The form with what its edition changes put in. */
  form: Form;
  edition: string | null;
  header: HeaderBlock;
  /** Column id → 0-based column, of what is read. */
  columns: Map<string, number>;
  /** Read, but not worded as is known: told as "read as". */
  likely: readonly AssignedColumn[];
  /** Not read before somebody has said what they are. */
  doubts: readonly AssignedColumn[];
  /** Headers that the form does not know. */
  unknown: HeaderCell[];
  /** The one category of all rows, where the title names it and areas tell them apart. */
  title_category: string | null;
  /** Terms that a title or a heading may say and still speak of all that the form counts. */
  title_allowed: ReadonlySet<string>;
  /** 0-based columns of which people have said what they are. */
  taught: readonly number[];
  score: number;
  isHeader: Catalogue["isHeader"];
  words: Catalogue["words"];
  areas: AreaReader;
}

/** A form held against a sheet at one block of its header. */
export interface Try extends Match {
  missing: string[][];
  required: number;
  /** The sheet speaks of what the form is about. */
  is_said: boolean;
  /** Something that only this form has is there. */
  is_marked: boolean;
  /** Words of the title that speak against the form. */
  against: string[];
}

/** What is held against a sheet, prepared once for it. */
export interface SheetView {
  sheet: Sheet;
  file: string;
  words: SheetWords;
  /** By what words people are asked about it. */
  heading: string;
  catalogue: Catalogue;
}

/** Every form and edition held against every block of a sheet that may be a header. */
export function triesOf(view: SheetView): Try[] {
  const { sheet, catalogue } = view;
  const blocks = likelyHeaders(headerBlocks(sheet), catalogue);
  return blocks.flatMap((block) => {
    const headers = headersOf(block, view);
    return catalogue.editions.map((edition) => tryMatch(edition, block, headers, view));
  });
}

/** Blocks of which at least two headers are known, or one where no block has more. */
function likelyHeaders(blocks: HeaderBlock[], { isHeader }: Catalogue): HeaderBlock[] {
  const counted = blocks.map((block) => {
    return { block, count: block.cells.filter(({ texts }) => texts.some(isHeader)).length };
  });
  const least = Math.min(2, Math.max(1, ...counted.map(({ count }) => count)));
  return counted.filter(({ count }) => count >= least).map(({ block }) => block);
}

/** A list is parted as only this form parts lists. */
const SECTIONED = 4;

type BlockHeaders = Omit<Headers, "taught"> & { isFilled: (column: number) => boolean };

function headersOf({ cells, bottom }: HeaderBlock, { sheet, catalogue }: SheetView): BlockHeaders {
  const meanings = new Map<HeaderCell, HeaderMeaning>(
    cells.map((cell) => [cell, headerMeaning(cell, catalogue.words)]),
  );
  const { canHold, isFilled } = columnEvidence(sheet, bottom);
  return { cells, meaningOf: (cell) => meanings.get(cell) as HeaderMeaning, canHold, isFilled };
}

function tryMatch(
  edition: EditionWords,
  header: HeaderBlock,
  headers: BlockHeaders,
  view: SheetView,
): Try {
  const { form } = edition;
  const { isHeader, words, areas } = view.catalogue;
  const taught = (cell: HeaderCell) => taughtColumn(cell, form, view);
  const best = assignColumns(edition.columns, { ...headers, taught }, contextOf(edition, view));
  const assigned = best.map((one) => {
    const column = form.columns[one.id];
    return (column && twinColumn(one, column, view.sheet, header.bottom, words)) ?? one;
  });
  const isDoubtful = (one: AssignedColumn) =>
    !HARMLESS.includes(form.columns[one.id]?.type ?? "") &&
    (one.sureness === "doubt" || one.rivals.some(({ column }) => headers.isFilled(column)));
  const read = assigned.filter((one) => !isDoubtful(one));
  const columns = new Map(read.map(({ id, cell }) => [id, cell.column]));
  const taken = new Set(assigned.map(({ cell }) => cell.column));
  const unknown = header.cells.filter((cell) => !taken.has(cell.column) && taught(cell) === null);
  const match: Match = {
    form,
    edition: edition.edition,
    header,
    columns,
    likely: read.filter(({ id, sureness }) => sureness === "likely" && !isHarmless(form, id)),
    doubts: assigned.filter(isDoubtful),
    unknown,
    title_category: null,
    taught: header.cells.filter((cell) => taught(cell) !== null).map(({ column }) => column),
    title_allowed: edition.title_allowed,
    score: 0,
    isHeader,
    words,
    areas,
  };
  const filled = unknown.filter(({ column }) => headers.isFilled(column)).length;
  const points = assigned.reduce((sum, { points }) => sum + points, 0);
  const keyed = withCategoryColumn(view.sheet, withRequiredArea(match, view.sheet));
  const found = withTitleCategory(keyed, view.words);
  return {
    ...found,
    ...requiredOf(found, view.sheet),
    score:
      points - filled + hitsOf(edition, view.words) + (hasSection(edition, view) ? SECTIONED : 0),
    is_said: found.title_category !== null || saysSubject(edition, view.words, headers),
    is_marked: saysMark(edition, found.columns, view),
    against: speaksAgainst(edition, view),
  };
}

/** A required column of areas whose header says something else is known by what stands in it. */
function withRequiredArea(match: Match, sheet: Sheet): Match {
  const { area, category } = match.form.keys;
  const key = area ?? category;
  const isLacking = key !== undefined && !match.columns.has(key.column) && !match.form.records;
  return isLacking && match.columns.size > 1 ? withAreaColumn(sheet, match) : match;
}

/** A table by areas, of a form of categories, whose title says of which one it is. */
function withTitleCategory(match: Match, { lines }: SheetWords): Match {
  const { area, category } = match.form.keys;
  const isOpen = category === undefined || match.columns.has(category.column);
  if (isOpen || !match.columns.has(area?.column ?? "")) return match;
  return { ...match, title_category: titledCategory(lines, match.form, match.words) };
}

/** Read past or shown only: what they hold can make no figure wrong. */
const HARMLESS: readonly string[] = ["ordinal", "note"];

function isHarmless(form: Form, id: string): boolean {
  return HARMLESS.includes(form.columns[id]?.type ?? "");
}

function taughtColumn({ texts }: HeaderCell, form: Form, view: SheetView): string | null {
  const text = texts.join(" | ");
  const { file, sheet, catalogue } = view;
  const asked = { kind: "column" as const, form: form.id, column: null, text, file };
  return catalogue.lessons.answer({ ...asked, sheet: sheet.name });
}

/** The title says what headers leave out, unless it says several of what the form tells apart. */
function contextOf(
  { subjects: [topic = [], ...others] }: EditionWords,
  { words }: SheetView,
): FitContext {
  const isSaid = (terms: readonly string[]) => terms.every((term) => words.terms.has(term));
  const said = others.filter(isSaid);
  const implied = [...(isSaid(topic) ? topic : []), ...(said.length === 1 ? said.flat() : [])];
  return { free: new Set(topic), implied: new Set(implied) };
}

function hitsOf({ title, fileWords }: EditionWords, { title_terms, file_key }: SheetWords): number {
  const hits = [...title].filter((term) => title_terms.has(term)).length;
  return 2 * hits + fileWords.filter((word) => ` ${file_key} `.includes(` ${word} `)).length;
}

/** Several rows of figures that no column of the form tells apart: one of them would land as the ward's. */
function isUntold({ form, columns, header, areas }: Match, sheet: Sheet): boolean {
  const { area, category, period } = form.keys;
  const keys = [area?.column, category?.column, period?.column].filter((id) => id !== undefined);
  const isRequired = keys.some((id) => form.columns[id]?.is_required);
  const isOfList = form.records !== undefined || Object.keys(form.measures).length === 0;
  if (isOfList || isRequired || keys.some((id) => columns.has(id))) return false;
  return !isOfWholeWard(sheet, header.bottom, { form, columns, areas });
}

/**
 * What a form requires and the sheet lacks; of a table of the whole ward no column of areas or of open
 * categories. A form about anything is not about the ward unless its areas say so.
 */
function requiredOf(match: Match, sheet: Sheet) {
  const { form, columns, header } = match;
  const single = Object.entries(form.columns).filter(([, column]) => column.is_required);
  const groups = [
    ...single.map(([id]) => [id]),
    ...(form.require_one_of ?? []).map((ids) => [...ids]),
  ];
  const lacking = groups.filter((group) => !group.some((id) => columns.has(id)));
  const { area, category } = form.keys;
  const open = category && "open" in category && category.open === "text" ? category.column : "";
  const isOfAreas = (group: readonly string[]) =>
    group.includes(open) && columns.has(area?.column ?? "");
  const isKey = (id: string) => id === area?.column || id === open;
  const isWaived = (group: readonly string[]) =>
    !form.records &&
    form.match.subject !== undefined &&
    group.some(isKey) &&
    (isOfWholeWard(sheet, header.bottom, match) || isOfAreas(group));
  const isTitled = (group: readonly string[]) =>
    match.title_category !== null && group.includes(category?.column ?? "");
  const missing = lacking.filter((group) => !isWaived(group) && !isTitled(group));
  if (isUntold(match, sheet)) missing.push([area?.column ?? category?.column ?? ""]);
  return { missing, required: groups.length };
}
