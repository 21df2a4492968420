import { wordKey } from "../parse/key.ts";
import { isTotalLabel } from "../recognise/row_rules.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Words that speak of a ward or of what lies in it, as keys. */
const LOCAL =
  /\b(?:phuong|xa(?! hoi)|thi tran|dac khu|p|to dan pho|tdp|to \d+|khu pho|thon|xom|dia ban|toan phuong)\b/;

/**
 * Whether a table of totals may be another's: its lines name a company or a larger area, and nothing in them, in
 * names and cells speaks of the ward or of what lies in it.
 */
export function isOfOther(context: SheetContext): boolean {
  const { match, table, file, sheet } = context;
  const { form } = match;
  const isOwn = form.match.allows?.includes("*") ?? false;
  if (isOwn || form.is_published || form.records || table.rows.length === 0) return false;
  if (hasRowsOfAreas(context)) return false;
  const headers = match.header.cells.flatMap(({ texts }) => texts);
  const around = [file, sheet.name, ...table.above, ...table.below, ...areaLabels(context)];
  if (!around.some((text) => OTHER.test(text.normalize("NFC")))) return false;
  const said = [
    ...around.map(wordKey),
    ...headers.map(wordKey).filter((key) => key !== "to dan pho"),
  ];
  const names = match.areas.ward_keys
    .filter((key) => !key.startsWith("toan "))
    .map((key) => key.replace(LOCAL, "").replaceAll(" ", ""))
    .filter(({ length }) => length >= SHORTEST_NAME);
  const isNamed = around.some((text) => {
    const key = wordKey(text).replace(LARGER, " ").replaceAll(" ", "");
    return names.some((name) => key.includes(name));
  });
  return !isNamed && !said.some((key) => LOCAL.test(key));
}

/** Whether a table may be of more than the ward or a part of it: its lines say so, and its rows are no areas of it. */
export function isOfWider(context: SheetContext): boolean {
  const { form } = context.match;
  const isOpen = form.match.allows?.includes("*") || form.is_published;
  if (context.title.wider_area === null || isOpen || context.table.rows.length === 0) return false;
  const { areas } = context.match;
  const isOfPart = (label: string) =>
    !isTotalLabel(label, areas) && areas.read(label, null) !== areas.ward_id;
  return !areaLabels(context).some(isOfPart);
}

/** Whether the column of areas says more than that rows are totals. */
export function hasRowsOfAreas(context: SheetContext): boolean {
  return areaLabels(context).some((label) => !isTotalLabel(label, context.match.areas));
}

function areaLabels({ match, table, sheet }: SheetContext): string[] {
  const column = match.columns.get(match.form.keys.area?.column ?? "") ?? -1;
  return table.rows.flatMap(({ index }) => sheet.rows[index]?.[column]?.text ?? []);
}

const SHORTEST_NAME = 4;
/** Who else may have sent it. */
const OTHER =
  /(?<!\p{L})(?:thành phố|tp|tỉnh|quận|huyện|thị xã|công ty|cty|doanh nghiệp|bộ chỉ huy)(?!\p{L})/iu;
/** A district or a company may bear the ward's name. */
const LARGER = /\b(?:quan|huyen|thi xa|cong ty|cty|doanh nghiep|truong)\b.*/;
