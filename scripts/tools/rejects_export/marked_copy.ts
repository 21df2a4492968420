import { strToU8, type Zippable, zipSync } from "fflate";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { type Comments, commentBoxes, commentsXml } from "./comments_xml.ts";
import { placeOf, sheetXml } from "./sheet_xml.ts";
import { openStyles } from "./styles.ts";
import { document, escapeXml } from "./xml.ts";

/** A cell to be marked, and what its comment says. Without a cell the sheet's first one is meant. */
export interface Mark {
  sheet: string;
  cell: string | null;
  comment: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Any time would do, but for the same bytes each time. */
const WRITTEN_AT = new Date(1980, 0, 1);

/**
 * Sheets as an .xlsx in which every cell stands at its own address as it was shown, the marked ones filled
 * and with a comment. The same sheets and marks give the same bytes.
 */
export function markedCopy(sheets: readonly Sheet[], marks: readonly Mark[]): Uint8Array {
  const styles = openStyles();
  const names = sheetNames(sheets);
  const parts: Record<string, string> = {};
  const noted: number[] = [];
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    const comments = commentsOf(marks.filter((mark) => mark.sheet === sheet.name));
    parts[`xl/worksheets/sheet${number}.xml`] = sheetXml(sheet, new Set(comments.keys()), styles);
    if (comments.size === 0) return;
    noted.push(number);
    parts[`xl/comments${number}.xml`] = commentsXml(comments);
    parts[`xl/drawings/vmlDrawing${number}.vml`] = commentBoxes(comments);
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations([
      ["vmlDrawing", `../drawings/vmlDrawing${number}.vml`],
      ["comments", `../comments${number}.xml`],
    ]);
  });
  const files = {
    "[Content_Types].xml": contentTypes(sheets.length, noted),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets, names),
    "xl/_rels/workbook.xml.rels": relations([
      ...names.map((_, index): [string, string] => [
        "worksheet",
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles.xml(),
    ...parts,
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: WRITTEN_AT, level: 6 });
}

/** One comment for each cell, in the order of rows and columns. */
function commentsOf(marks: readonly Mark[]): Comments {
  const texts = new Map<string, string[]>();
  for (const { cell, comment } of marks)
    texts.set(cell ?? "A1", [...(texts.get(cell ?? "A1") ?? []), comment]);
  const ordered = [...texts].sort(([a], [b]) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one.row - other.row || one.column - other.column;
  });
  return new Map(ordered.map(([cell, all]) => [cell, [...new Set(all)].join("\n\n")]));
}

/** Names that a workbook may have: 31 characters, none of []:*?/\, each once. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain = name.replace(/[[\]:*?/\\]/g, "_").slice(0, 31) || `Sheet${index + 1}`;
    const isFree = !taken.has(plain.toLowerCase());
    const given = isFree ? plain : `${plain.slice(0, 26)}_${index + 1}`;
    taken.add(given.toLowerCase());
    return given;
  });
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const list = sheets.map(({ isHidden }, index) => {
    const state = isHidden ? ` state="hidden"` : "";
    return `<sheet name="${escapeXml(names[index] ?? "")}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return document(
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`,
  );
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return document(
    `<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`,
  );
}

function contentTypes(sheets: number, noted: readonly number[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  return document(
    `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
      override("workbook", "sheet.main") +
      override("styles", "styles") +
      numbers.map((number) => override(`worksheets/sheet${number}`, "worksheet")).join("") +
      noted.map((number) => override(`comments${number}`, "comments")).join("") +
      `</Types>`,
  );
}
