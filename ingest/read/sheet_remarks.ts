import type { Sheet, WorkbookFormat } from "./grid.ts";
import { listSheets, tags } from "./xlsx_parts.ts";
import { attribute, unescapeEntities, unescapeText } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";

/** The sheets with what is said of them outside their cells: comments, headers and footers of printed pages. */
export function withRemarks(sheets: Sheet[], entries: Entries, format: WorkbookFormat): Sheet[] {
  const remarks = format === "ods" ? odsRemarks(entries) : xlsxRemarks(entries);
  return sheets.map((sheet, index) => {
    const said = (remarks[index] ?? []).filter((text) => /\p{L}{2}/u.test(text));
    return said.length > 0 ? { ...sheet, remarks: said } : sheet;
  });
}

function xlsxRemarks(entries: Entries): string[][] {
  if (!entries.has("xl/workbook.xml")) return [];
  return listSheets(entries).sheets.map(({ part }) => [
    ...commentParts(entries, part).flatMap((name) => commentsOf(entryText(entries, name))),
    ...drawingParts(entries, part).flatMap((name) => textBoxesOf(entryText(entries, name))),
    ...printedLines(entries.get(part)),
  ]);
}

/** The parts that hold a sheet's comments, those of threads too. */
function commentParts(entries: Entries, part: string): string[] {
  return relatedParts(entries, part, /\/(?:comments|threadedComment)$/);
}

function drawingParts(entries: Entries, part: string): string[] {
  return relatedParts(entries, part, /\/drawing$/);
}

function relatedParts(entries: Entries, part: string, type: RegExp): string[] {
  const [folder, file] = [part.slice(0, part.lastIndexOf("/") + 1), part.split("/").at(-1)];
  const relations = entryText(entries, `${folder}_rels/${file}.rels`);
  return tags(relations, /<Relationship\s[^>]*>/g)
    .filter((tag) => type.test(attribute(tag, "Type") ?? ""))
    .map((tag) => resolved(attribute(tag, "Target") ?? "", folder));
}

function resolved(target: string, folder: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

/** What stands in boxes that lie over the cells. */
function textBoxesOf(xml: string): string[] {
  return tags(xml, /<xdr:txBody>[\s\S]*?<\/xdr:txBody>/g).map((box) => {
    const runs = [...box.matchAll(/<a:t(?:\s[^>]*)?>([^<]*)<\/a:t>/g)];
    return unescapeText(runs.map(([, text = ""]) => text).join(" ")).trim();
  });
}

/** Comments that we wrote ourselves, into templates and marked copies, are no remarks. */
const OUR_OWN = "lechan";

function commentsOf(xml: string): string[] {
  const authors = [...xml.matchAll(/<author>([^<]*)<\/author>/g)].map(([, name]) => name);
  const isOwn = (comment: string) => authors[Number(attribute(comment, "authorId"))] === OUR_OWN;
  const whole = tags(xml, /<(comment|threadedComment)\s[\s\S]*?<\/\1>/g);
  return whole
    .filter((comment) => !isOwn(comment))
    .map((comment) => {
      const runs = [...comment.matchAll(/<(?:t|text)(?:\s[^>]*)?>([^<]*)<\/(?:t|text)>/g)];
      return unescapeText(runs.map(([, text = ""]) => text).join("")).trim();
    });
}

/** Codes of printed lines: places, fonts, sizes, fields. */
const CODES = /&(?:"[^"]*"|K[\dA-F]{6}|\d+|.)/g;

function printedLines(bytes: Uint8Array | undefined): string[] {
  const sheet = Buffer.from(bytes ?? []);
  const at = sheet.lastIndexOf("<headerFooter");
  const xml = at < 0 ? "" : sheet.subarray(at).toString("utf8");
  const lines = [...xml.matchAll(/<(odd|even|first)(?:Header|Footer)>([^<]*)</g)];
  return lines.map(([, , text = ""]) => withoutCodes(unescapeText(text)));
}

/** A printed line as it is shown, without its fields. */
export function withoutCodes(text: string): string {
  return text.replace(CODES, " ").trim();
}

function annotationsOf(table: string): string[] {
  const all = tags(table, /<office:annotation[\s>][\s\S]*?<\/office:annotation>/g);
  return all.filter((note) => !note.includes(`<dc:creator>${OUR_OWN}</dc:creator>`));
}

function odsRemarks(entries: Entries): string[][] {
  const tables = entryText(entries, "content.xml")
    .split(/<table:table[\s>]/)
    .slice(1);
  return tables.map((table) =>
    annotationsOf(table).map((note) => {
      const lines = [...note.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)];
      return lines.map(([, text = ""]) => unescapeEntities(text.replace(/<[^>]*>/g, ""))).join(" ");
    }),
  );
}
