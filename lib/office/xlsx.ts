import { utils } from "@e965/xlsx";
import { strToU8, type Zippable, zipSync } from "fflate";
import { xmlText } from "../xml.ts";

/**
 * Sheets of plain values as .xlsx bytes: numbers as numbers, texts as shared strings, which no
 * program takes for a formula. The same values give the same bytes. Written here because a general
 * library takes three times as long and makes files three times the size.
 */
export function xlsxFile(sheets: Readonly<Record<string, readonly SheetRow[]>>): Uint8Array {
  const texts = new Map<string, number>();
  const names = Object.keys(sheets);
  const written = Object.values(sheets).map((rows) => worksheet(rows, texts));
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(names),
    "_rels/.rels": relations({ officeDocument: "xl/workbook.xml" }),
    "xl/workbook.xml": workbook(names),
    "xl/_rels/workbook.xml.rels": relations({
      sharedStrings: "sharedStrings.xml",
      ...Object.fromEntries(names.map((_, index) => [`worksheet ${index + 1}`, sheetPath(index)])),
    }),
    "xl/sharedStrings.xml": sharedStrings([...texts.keys()]),
  };
  for (const [index, xml] of written.entries()) files[`xl/${sheetPath(index)}`] = xml;
  return zipped(files);
}

/** What a cell may hold; null leaves it empty. */
export type SheetValue = string | number | boolean | null;

type SheetRow = readonly SheetValue[];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const media = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;

function worksheet(rows: readonly SheetRow[], texts: Map<string, number>): string {
  const written = rows.map((row, y) => {
    const cells = row.map((value, x) => cell(value, utils.encode_cell({ c: x, r: y }), texts));
    return `<row r="${y + 1}">${cells.join("")}</row>`;
  });
  return `${head}<worksheet xmlns="${spreadsheet}"><sheetData>${written.join("")}</sheetData></worksheet>`;
}

function cell(value: SheetValue, place: string, texts: Map<string, number>): string {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
  const index = texts.get(value) ?? texts.size;
  texts.set(value, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
  return `${head}<sst xmlns="${spreadsheet}" uniqueCount="${texts.length}">${items.join("")}</sst>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="worksheet${index + 1}"/>`,
  );
  return `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** Parts by their kind, of which several are numbered: `worksheet 1`. */
function relations(parts: Readonly<Record<string, string>>): string {
  const links = Object.entries(parts).map(([kind, target]) => {
    const id = kind.replace(" ", "");
    return `<Relationship Id="${id}" Type="${office}/${kind.split(" ")[0]}" Target="${target}"/>`;
  });
  return `${head}<Relationships xmlns="${packages}/relationships">${links.join("")}</Relationships>`;
}

function contentTypes(names: readonly string[]): string {
  const parts = {
    "workbook.xml": "sheet.main",
    "sharedStrings.xml": "sharedStrings",
    ...Object.fromEntries(names.map((_, index) => [sheetPath(index), "worksheet"])),
  };
  const overrides = Object.entries(parts).map(
    ([path, type]) => `<Override PartName="/xl/${path}" ContentType="${media}.${type}+xml"/>`,
  );
  const rels = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return `${head}<Types xmlns="${packages}/content-types">${rels}${overrides.join("")}</Types>`;
}

// The first day a ZIP can tell, by the machine's own clock, as the format has no time zone.
const firstDay = new Date(1980, 0, 1);

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, xml] of Object.entries(files))
    entries[path] = [strToU8(xml), { mtime: firstDay, level: 3 }];
  return zipSync(entries);
}
