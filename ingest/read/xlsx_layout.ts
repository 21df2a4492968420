import { attribute, escapeXml, withoutComments } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";
import { damaged } from "./zip_directory.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const RELATION = /<(?:[\w.-]+:)?Relationship\s[^>]*>/g;
/** The prefix of a part's root element. */
const ROOT_PREFIX = /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([\w.-]+):/;
const TYPES = "[Content_Types].xml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Where Excel puts the parts that a workbook has once, and what it calls their content. */
const USUAL_PARTS: readonly [string, string][] = [
  ["xl/styles.xml", "styles"],
  ["xl/sharedStrings.xml", "sharedStrings"],
];
const CDATA = "<![CDATA[";
/** A part's root element stands within so many bytes. */
const HEAD = 2_000;
const SHEET_ID = /(<sheet\s[^>]*?\s)[\w.-]+:id(\s*=)/g;

/** A part that the workbook names: where it lies and where Excel would have put it. */
interface Placed {
  id: string;
  type: string;
  target: string;
  part: string;
  usual: string;
}

/**
 * An .xlsx laid out and spelled as Excel does it, whatever names, folders, cases, prefixes and encodings of parts
 * its writer chose: what reads it looks in one place. The same entries where they are so already, or hold none.
 */
export function usualLayout(entries: Entries): Entries {
  const names = namesByCase(entries);
  const workbook = workbookPart(entries, names);
  if (workbook === null || /\.bin$/i.test(workbook)) return entries;
  const relations = relationsOf(workbook, entries, names);
  refuseSharedPlaces(relations);
  const isUsual =
    entries.has(TYPES) &&
    workbook === WORKBOOK &&
    isPlainSpelling(entries, workbook) &&
    relations.every(({ part, usual, target }) => part === usual && isPlainTarget(target, usual)) &&
    relations.filter(isTable).every(({ part }) => isPlainSpelling(entries, part)) &&
    !hasOtherIds(entryText(entries, workbook));
  return isUsual ? entries : laidOut(entries, workbook, relations);
}

function isPlainTarget(target: string, usual: string): boolean {
  return target === `/${usual}` || `xl/${target}` === usual;
}

/** Whether a part is of what tables are read from. */
function isTable({ type }: Placed): boolean {
  return /\/(?:worksheet|styles|sharedStrings)$/.test(type);
}

/** Entry names by their lower case. Throws a Refusal where two differ in case only: one would hide the other. */
function namesByCase(entries: Entries): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of entries.keys()) {
    const key = name.toLowerCase();
    if (names.has(key)) throw damaged("hai mục trùng tên", "two entries of one name");
    names.set(key, name);
  }
  return names;
}

function workbookPart(entries: Entries, names: ReadonlyMap<string, string>): string | null {
  const root = entryText(entries, names.get("_rels/.rels") ?? "");
  const stated = (root.match(RELATION) ?? [])
    .filter((tag) => attribute(tag, "Type")?.endsWith("/officeDocument"))
    .map((tag) => names.get(resolved(attribute(tag, "Target") ?? "", "").toLowerCase()));
  const found = stated.find((name) => name !== undefined) ?? names.get(WORKBOOK) ?? null;
  return found !== null && (/\.bin$/i.test(found) || isWorkbook(textOf(entries, found)))
    ? found
    : null;
}

function isWorkbook(xml: string): boolean {
  return /<(?:[\w.-]+:)?workbook[\s>]/.test(xml);
}

function relationsOf(
  workbook: string,
  entries: Entries,
  names: ReadonlyMap<string, string>,
): Placed[] {
  const folder = workbook.slice(0, workbook.lastIndexOf("/") + 1);
  const file = workbook.slice(folder.length);
  const part = names.get(`${folder}_rels/${file}.rels`.toLowerCase()) ?? "";
  const tags = (textOf(entries, part).match(RELATION) ?? []).filter(
    (tag) => attribute(tag, "TargetMode") !== "External",
  );
  return tags.map((tag) => {
    const type = attribute(tag, "Type") ?? "";
    const target = attribute(tag, "Target") ?? "";
    const path = resolved(target, folder);
    const part = names.get(path.toLowerCase()) ?? path;
    const id = attribute(tag, "Id") ?? "";
    return { id, type, target, part, usual: usualName(type, path) };
  });
}

/** Two parts that would lie in one place contradict each other. */
function refuseSharedPlaces(relations: readonly Placed[]): void {
  const parts = new Map<string, string>();
  for (const { part, usual } of relations) {
    if ((parts.get(usual) ?? part) !== part)
      throw damaged("hai mục trùng tên", "two entries of one name");
    parts.set(usual, part);
  }
}

/** Where Excel puts a part; sheets keep their names, of which there may be any. */
function usualName(type: string, target: string): string {
  const once = USUAL_PARTS.find(([, kind]) => type.endsWith(`/${kind}`))?.[0];
  if (once !== undefined) return once;
  return target.startsWith("xl/") ? target : `xl/${target}`;
}

/** A relation's target as the name of an entry; folders count from that of the part that names it. */
function resolved(target: string, folder: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = (path.startsWith("/") ? path : folder + path).split("/");
  const kept: string[] = [];
  for (const step of steps) {
    if (step === "..") kept.pop();
    else if (step !== "." && step !== "") kept.push(step);
  }
  return decoded(kept.join("/"));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isPlainSpelling(entries: Entries, part: string): boolean {
  const { buffer, byteOffset, length } = entries.get(part) ?? new Uint8Array();
  const bytes = Buffer.from(buffer, byteOffset, length);
  return (
    !isWide(bytes) && !ROOT_PREFIX.test(bytes.toString("utf8", 0, HEAD)) && !bytes.includes(CDATA)
  );
}

function hasOtherIds(workbook: string): boolean {
  return /<sheet\s[^>]*\s(?!r:)[\w.-]+:id\s*=/.test(workbook);
}

/** The text of a part without the prefix of its own namespace; texts in CDATA are escaped as others are. */
function spelled(entries: Entries, part: string): string {
  const text = withoutComments(textOf(entries, part));
  const prefix = ROOT_PREFIX.exec(text)?.[1];
  return prefix === undefined ? text : text.replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
}

function textOf(entries: Entries, part: string): string {
  const bytes = entries.get(part) ?? new Uint8Array();
  const encoding = bytes[0] === 0xfe ? "utf-16be" : "utf-16le";
  const text = isWide(bytes) ? new TextDecoder(encoding).decode(bytes) : entryText(entries, part);
  return text.replace(/^\ufeff/, "");
}

function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function laidOut(entries: Entries, workbook: string, relations: readonly Placed[]): Entries {
  const moved = new Set([workbook, ...relations.map(({ part }) => part)]);
  const layout = new Map([...entries].filter(([name]) => !moved.has(name)));
  const book = spelled(entries, workbook).replace(SHEET_ID, "$1r:id$2");
  for (const relation of relations) {
    const content = entries.get(relation.part);
    const isText = isTable(relation) && /\.xml$/i.test(relation.part);
    if (content)
      layout.set(relation.usual, isText ? encoded(spelled(entries, relation.part)) : content);
  }
  layout.set(WORKBOOK, encoded(book));
  layout.set(RELATIONS, encoded(relationsXml(relations)));
  layout.set(TYPES, encoded(typesXml(layout, relations)));
  return layout;
}

function relationsXml(relations: readonly Placed[]): string {
  const list = relations.map(
    ({ id, type, usual }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="/${escapeXml(usual)}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function typesXml(layout: Entries, relations: readonly Placed[]): string {
  const kinds = new Map([[WORKBOOK, "sheet.main"], ...USUAL_PARTS]);
  for (const { type, usual } of relations)
    if (/sheet$/i.test(type)) kinds.set(usual, type.slice(type.lastIndexOf("/") + 1));
  const list = [...kinds]
    .filter(([part]) => layout.has(part))
    .map(
      ([part, kind]) =>
        `<Override PartName="/${escapeXml(part)}" ContentType="${CONTENT}.${kind}+xml"/>`,
    );
  return `<Types xmlns="${PACKAGE}/content-types">${list.join("")}</Types>`;
}

function encoded(text: string): Uint8Array {
  return Buffer.from(text);
}
