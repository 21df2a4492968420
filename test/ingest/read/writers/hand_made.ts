import { strToU8, zipSync } from "fflate";
import type { Written, WrittenSheet } from "./table.ts";

/** How a program spells an .xlsx. */
export interface Spelling {
  /** Texts stand in a part of their own, in their cells, or as if they were results. */
  texts: "shared" | "inline" | "str";
  /** Prefix of the main namespace, colon included. */
  prefix?: string;
  hasStyles?: boolean;
  hasAddresses?: boolean;
  /** Names of parts as they stand in the archive. */
  rename?: (name: string) => string;
  /** Targets of the workbook's relations. */
  target?: (part: string) => string;
  quote?: '"' | "'";
  isStrict?: boolean;
  /** Dates as ISO text (`t="d"`). */
  hasIsoDates?: boolean;
  /** What stands between the tags of rows and cells. */
  space?: string;
  isWide?: boolean;
  hasCdata?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DAY_MS = 86_400_000;

/** An .xlsx of sheets in a spelling. */
export function handMade(sheets: readonly WrittenSheet[], spelling: Spelling): Uint8Array {
  const { rename = (name) => name, isWide } = spelling;
  const strings: string[] = [];
  const formats = ["General"];
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, spelling, strings, formats);
  parts["xl/workbook.xml"] = workbookXml(sheets, spelling);
  if (spelling.texts === "shared") parts["xl/sharedStrings.xml"] = stringsXml(strings, spelling);
  if (spelling.hasStyles !== false) parts["xl/styles.xml"] = stylesXml(formats, spelling);
  const all = { ...parts, ...packageXml(Object.keys(parts), sheets.length, spelling) };
  const encode = (name: string, text: string) =>
    isWide && name.startsWith("xl/worksheets/sheet")
      ? new Uint8Array(Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le"))
      : strToU8(text);
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, text]) => [rename(name), encode(name, text)]),
    ),
  );
}

function sheetXml(
  sheet: WrittenSheet,
  spelling: Spelling,
  strings: string[],
  formats: string[],
): string {
  const { space = "" } = spelling;
  const rows = Map.groupBy(sheet.cells, ({ at }) => at[0]);
  const height = Math.max(...rows.keys()) + 1;
  const xml = Array.from({ length: height }, (_, row) => {
    const cells = filled(rows.get(row) ?? [], row, spelling.hasAddresses === false);
    const inner = cells.map((cell) => space + cellXml(cell, spelling, strings, formats)).join("");
    return `${space}<row${place(spelling, String(row + 1))}>${inner}${space}</row>`;
  });
  const merges = sheet.merges.map(
    ([top, left, bottom, right]) =>
      `<mergeCell ref="${address(top, left)}:${address(bottom, right)}"/>`,
  );
  const list = merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : "";
  return spelled(
    `<worksheet NS><sheetData>${xml.join("")}${space}</sheetData>${list}</worksheet>`,
    spelling,
  );
}

/** Cells that have no address need all before them. */
function filled(cells: readonly Written[], row: number, isAll: boolean): (Written | null)[] {
  if (!isAll) return [...cells];
  const width = Math.max(-1, ...cells.map(({ at }) => at[1])) + 1;
  return Array.from(
    { length: width },
    (_, column) => cells.find(({ at }) => at[1] === column && at[0] === row) ?? null,
  );
}

function cellXml(
  cell: Written | null,
  spelling: Spelling,
  strings: string[],
  formats: string[],
): string {
  if (cell === null) return "<c/>";
  const look = styleOf(cell, formats);
  const style = look > 0 && spelling.hasStyles !== false ? ` s="${look}"` : "";
  const at = place(spelling, address(...cell.at));
  const formula = cell.formula === undefined ? "" : `<f>${escaped(cell.formula)}</f>`;
  const [type, value] = valueXml(cell, spelling, strings);
  return `<c${at}${style}${type === "" ? "" : ` t="${type}"`}>${formula}${value}</c>`;
}

function valueXml(cell: Written, spelling: Spelling, strings: string[]): [string, string] {
  const { kind, value, formula } = cell;
  if (kind === "number") return ["", `<v>${value}</v>`];
  if (kind === "boolean") return ["b", `<v>${value ? 1 : 0}</v>`];
  if (kind === "date")
    return spelling.hasIsoDates
      ? ["d", `<v>${value}</v>`]
      : ["", `<v>${serial(String(value))}</v>`];
  const text = textXml(cell, spelling);
  if (formula !== undefined || spelling.texts === "str")
    return ["str", `<v>${escaped(String(value))}</v>`];
  if (spelling.texts === "inline") return ["inlineStr", `<is>${text}</is>`];
  strings.push(text);
  return ["s", `<v>${strings.length - 1}</v>`];
}

function textXml({ kind, value }: Written, { hasCdata }: Spelling): string {
  const text = String(value);
  if (kind === "rich")
    return `<r><rPr><b/></rPr><t>${text.slice(0, 4)}</t></r><r><t xml:space="preserve">${text.slice(4)}</t></r>`;
  return `<t>${hasCdata ? `<![CDATA[${text}]]>` : escaped(text)}</t>`;
}

function styleOf({ format = "General" }: Written, formats: string[]): number {
  if (!formats.includes(format)) formats.push(format);
  return formats.indexOf(format);
}

function stringsXml(strings: readonly string[], spelling: Spelling): string {
  return spelled(`<sst NS>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`, spelling);
}

function stylesXml(formats: readonly string[], spelling: Spelling): string {
  const own = formats.map(
    (format, id) => `<numFmt numFmtId="${200 + id}" formatCode="${escaped(format)}"/>`,
  );
  const looks = formats.map((_, id) => `<xf numFmtId="${id === 0 ? 0 : 200 + id}" fontId="0"/>`);
  return spelled(
    `<styleSheet NS><numFmts>${own.join("")}</numFmts><fonts><font><sz val="11"/></font></fonts>` +
      `<fills><fill/></fills><borders><border/></borders><cellXfs>${looks.join("")}</cellXfs></styleSheet>`,
    spelling,
  );
}

function workbookXml(sheets: readonly WrittenSheet[], spelling: Spelling): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return spelled(
    `<workbook NS xmlns:r="${officeNamespace(spelling)}"><sheets>${list.join("")}</sheets></workbook>`,
    spelling,
  );
}

function packageXml(
  parts: readonly string[],
  sheetCount: number,
  spelling: Spelling,
): Record<string, string> {
  const office = officeNamespace(spelling);
  const { target = (part) => part.replace("xl/", "") } = spelling;
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    relation(`rId${index + 1}`, "worksheet", target(`xl/worksheets/sheet${index + 1}.xml`)),
  );
  const others = ["styles", "sharedStrings"]
    .filter((name) => parts.includes(`xl/${name}.xml`))
    .map((name) => relation(name, name, target(`xl/${name}.xml`)));
  const relations = (list: readonly string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
  const overrides = parts.map(
    (part) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kindOf(part)}+xml"/>`,
  );
  return {
    "xl/_rels/workbook.xml.rels": relations([...sheets, ...others]),
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types">${overrides.join("")}</Types>`,
  };
}

function kindOf(part: string): string {
  if (part.includes("worksheets")) return "worksheet";
  return part === "xl/workbook.xml" ? "sheet.main" : part.replace(/^xl\/|\.xml$/g, "");
}

/** A part in its spelling: namespace, prefix, quotes. */
function spelled(xml: string, { prefix = "", quote = '"', isStrict = false }: Spelling): string {
  const name = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const named = xml.replace(" NS", ` ${name}="${isStrict ? STRICT : TRANSITIONAL}"`);
  const prefixed = prefix === "" ? named : named.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
  return HEAD + (quote === "'" ? prefixed.replace(/="([^"]*)"/g, "='$1'") : prefixed);
}

function officeNamespace({ isStrict = false }: Spelling): string {
  return isStrict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

function place({ hasAddresses = true }: Spelling, address: string): string {
  return hasAddresses ? ` r="${address}"` : "";
}

function address(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

function serial(date: string): number {
  return (Date.parse(date) - Date.UTC(1899, 11, 30)) / DAY_MS;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
