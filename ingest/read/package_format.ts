import type { WorkbookFormat } from "./grid.ts";
import { Refusal } from "./refusal.ts";
import { type Entries, entryText } from "./zip.ts";

const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const ODS_TYPES = [ODS_TYPE, `${ODS_TYPE}-template`];
const APPLE_NUMBERS = /^Index(?:\/|\.zip$)|^index\.(?:xml|apxl)/;
/** Kinds of package that hold no table, by a part that only they have. */
const OTHER_KINDS: readonly { part: RegExp; vi: string; en: string }[] = [
  { part: /^word\//, vi: "văn bản Word", en: "a Word document" },
  { part: /^ppt\//, vi: "bài trình chiếu PowerPoint", en: "a PowerPoint presentation" },
];

/** What kind of workbook a package is, by its parts. Throws a Refusal where it is none that is read. */
export function formatOf(entries: Entries): WorkbookFormat {
  if (ODS_TYPES.includes(entryText(entries, "mimetype").trim())) return "ods";
  if (hasPart(entries, /^xl\/workbook\d*\.(xml|bin)$/i)) return "xlsx";
  if (hasPart(entries, APPLE_NUMBERS))
    throw new Refusal("unsupported_format", "bảng tính Apple Numbers", "an Apple Numbers table");
  const other = OTHER_KINDS.find(({ part }) => hasPart(entries, part));
  throw new Refusal(
    "not_a_workbook",
    other?.vi ?? "tệp nén không có bảng tính",
    other?.en ?? "an archive without a workbook",
  );
}

/** Whether a package has a part of such a name. */
export function hasPart(entries: Entries, part: RegExp): boolean {
  return [...entries.keys()].some((name) => part.test(name));
}

/** The parts that stand for an OpenDocument spreadsheet in one file (.fods), whose styles are in it too. */
export function flatParts(xml: string): Entries {
  const text = Buffer.from(xml);
  return new Map([
    ["mimetype", Buffer.from(ODS_TYPE)],
    ["content.xml", text],
    ["styles.xml", text],
  ]);
}
