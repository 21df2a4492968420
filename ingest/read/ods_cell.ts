import type { Cell } from "../parse/cell.ts";
import { type NumberFormat, numberCell, numberFormat } from "./number_cell.ts";
import type { OdsStyles, ShownAs } from "./ods_styles.ts";
import { type TextRun, textOfRuns } from "./runs.ts";
import { attribute } from "./xml_text.ts";

/** A cell of an .ods while it is read: the attributes of its tag, its style, and the text in it. */
export interface OdsCell {
  attributes: string;
  style: string;
  text: string;
  /** It has a paragraph, be it empty. */
  has_text: boolean;
  /** Its text in pieces, where its fonts say something of one. */
  runs: TextRun[];
}

/** How an .ods shows numbers: its styles, and the days from the first of 1900 to that of its dates. */
export interface OdsLook {
  styles: OdsStyles;
  dateOffset: number;
}

const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/;
const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
/** How a number that is true or false is shown. */
const TRUTH = /^(?:true|false|đúng|sai)$/iu;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
/** The dates that a style shows, as formats. */
const FORMATS: Readonly<Record<"day" | "month" | "year", NumberFormat>> = {
  day: numberFormat("dd/mm/yyyy"),
  month: numberFormat("mm/yyyy"),
  year: numberFormat("yyyy"),
};

/** What a cell holds; null for an empty one and for a blank text. */
export function odsCell(source: OdsCell, look: OdsLook): Cell | null {
  const isMarked = source.runs.some(({ is_struck, is_raised }) => is_struck || is_raised);
  const said = isMarked ? textOfRuns(source.runs) : null;
  const attributes = said ? withoutStringValue(source.attributes) : source.attributes;
  const cell = cellAsStored(said ? { ...source, attributes, text: said.text } : source, look);
  const isStruck = look.styles.get(source.style)?.is_struck === true || said?.is_struck === true;
  return cell && isStruck ? { ...cell, is_struck: true } : cell;
}

/** A text that is stated beside its pieces does not say what is struck of them. */
function withoutStringValue(attributes: string): string {
  return attributes.replace(/\soffice:string-value\s*=\s*(?:"[^"]*"|'[^']*')/, "");
}

function cellAsStored(source: OdsCell, look: OdsLook): Cell | null {
  const { attributes } = source;
  const is_formula = attribute(attributes, "table:formula") !== null;
  const value = storedValue(source, look);
  if (value) return is_formula ? { ...value, is_formula } : value;
  const isText = attribute(attributes, "office:value-type") === "string" || source.has_text;
  return is_formula && !isText ? { type: "error", text: "", is_formula } : null;
}

function storedValue(source: OdsCell, look: OdsLook): Cell | null {
  const { attributes, text } = source;
  const value = (name: string) => attribute(attributes, `office:${name}`) ?? "";
  if (attribute(attributes, "calcext:value-type") === "error") return { type: "error", text };
  switch (value("value-type")) {
    case "float":
    case "currency":
      return floatCell(value("value"), source, look);
    case "percentage":
      return percentCell(value("value"), text);
    case "date":
      return dateCell(value("date-value"), source, look);
    case "time":
      return timeCell(value("time-value"), text);
    case "boolean":
      return truth(value("boolean-value") === "true");
    default:
      return textOrNull(attribute(attributes, "office:string-value") ?? text);
  }
}

function textOrNull(text: string): Cell | null {
  return text.trim() === "" ? null : { type: "text", text };
}

function floatCell(written: string, { style, text }: OdsCell, look: OdsLook): Cell {
  const shows = look.styles.get(style)?.shows;
  if (shows === "percent") return percentCell(written, text);
  const number = storedNumber(written);
  if (number === null) return { type: "error", text: written || text };
  const isTruth = shows === "boolean" || TRUTH.test(text);
  if (isTruth && (number === 0 || number === 1)) return truth(number === 1);
  if (isDate(shows)) return numberCell(number, FORMATS[shows], look.dateOffset);
  const isLiteral = text.endsWith("%") && isNearer(text, number);
  return {
    type: "number",
    text: text || String(number),
    number: isLiteral ? number / 100 : number,
  };
}

function truth(isTrue: boolean): Cell {
  return { type: "boolean", text: isTrue ? "TRUE" : "FALSE" };
}

function isDate(shows: ShownAs | undefined): shows is keyof typeof FORMATS {
  return shows !== undefined && Object.hasOwn(FORMATS, shows);
}

function percentCell(written: string, text: string): Cell {
  const number = storedNumber(written);
  if (number === null) return { type: "error", text: written || text };
  const shown = text.endsWith("%") ? text : `${Number((number * 100).toPrecision(15))}%`;
  return { type: "number", text: shown, number };
}

function storedNumber(written: string): number | null {
  const number = Number(written);
  return NUMBER.test(written) && Number.isFinite(number) ? number : null;
}

/** Whether a shown percentage is the number itself rather than a hundred times it. */
function isNearer(shown: string, number: number): boolean {
  const digits = shown.replace(/[^\d.,-]/g, "");
  const seen = Number(digits.replace(/[.,](?=.*[.,])/g, "").replace(",", "."));
  return Math.abs(seen - number) < Math.abs(seen - number * 100);
}

function dateCell(written: string, { style, text }: OdsCell, look: OdsLook): Cell {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = DATE.exec(written) ?? [];
  if (year === undefined) return { type: "error", text: written || text };
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const serial = (at - FIRST_DAY) / DAY_MS + seconds / 86_400;
  const shows = look.styles.get(style)?.shows ?? "day";
  return isDate(shows)
    ? numberCell(serial, FORMATS[shows], 0)
    : { type: "number", text: text || String(serial), number: serial };
}

function timeCell(written: string, text: string): Cell {
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = "0"] = DURATION.exec(written) ?? [];
  if (sign === undefined) return { type: "error", text: written || text };
  const total =
    Number(days) * 86_400 +
    Number(hours) * 3600 +
    Number(minutes) * 60 +
    Number(seconds.replace(",", "."));
  const number = (sign === "-" ? -total : total) / 86_400;
  return { type: "number", text: text || written, number };
}
