import type { Form } from "../form.ts";
import { accentedKey, wordKey } from "../parse/key.ts";
import { titlePeriod } from "../parse/period.ts";
import type { Sheet } from "../read/grid.ts";
import type { HeaderBlock } from "./header.ts";
import type { Try } from "./match.ts";

/** What says of a table which figures it holds. */
interface Said {
  /** The lines above it. */
  lines: readonly string[];
  /** The names of the sheet and its file, the sheet's first. */
  names: readonly string[];
  /** The lines of the sheet as it stands: a table that was cut out of it has its period above them. */
  heading: string;
  /** The first of all lines, where the period of such a table stands. */
  first: string;
  sheet: Sheet;
}

/**
 * The words of title and names by which figures are differences, another period's, sums since New Year, or are
 * not to be used, where no header of the table tells them from the period's own.
 */
export function otherFigures(
  { lines, names, heading, first, sheet }: Said,
  { form, header, columns }: Pick<Try, "form" | "header" | "columns">,
): string[] {
  if (form.match.allows?.includes("*")) return [];
  const [ofSheet = ""] = names;
  const unused = isUnused(ofSheet) ? [ofSheet.trim()] : [];
  const hasPeriods = columns.has(form.keys.period?.column ?? "");
  const isTold = hasPeriods || tellsTimes(header, sheet) || isDated(first, heading);
  if (isTold) return unused;
  const compared = form.records ? [] : lines.filter((line) => isComparison(line, form));
  const added = isAddedUp(lines, form) ? [] : names.filter((name) => ADDED_UP.test(wordKey(name)));
  const others = names.filter((name) => COMPARED.test(wordKey(name)));
  return [...unused, ...compared, ...added, ...(form.records ? [] : others)];
}

/** Headers that tell one time from another. */
const TIMES =
  /\b(?:cung ky|ck|(?:ky|thang|quy|nam) (?:nay|bao cao|truoc|ngoai)|so voi|so sanh|tang|giam|chenh lech|bien dong|luy ke|lk|dau ky|cuoi ky|trong (?:thang|ky|quy|nam)|(?:thang|quy|nam|t|q) ?(?:\d+|[iv]+)|20\d\d)\b/;

/** Headers of columns of periods, and rows that are of one. */
const PERIOD_COLUMN = /^(?:ky|nam|thang|quy|thoi diem|ngay chot|ky so lieu|ky bao cao)$/;
const PERIOD_CELL =
  /^(?:cung ky|(?:thang|quy|nam|t|q) ?(?:\d+|[iv]+)\b|(?:nam|ky|thang|quy) (?:nay|truoc))/;

function tellsTimes({ cells, bottom }: HeaderBlock, { rows }: Sheet): boolean {
  const isOfTimes = ({ texts }: HeaderBlock["cells"][number]) =>
    TIMES.test(wordKey(texts.join(" "))) || PERIOD_COLUMN.test(wordKey(texts.at(-1) ?? ""));
  const body = rows.slice(bottom + 1, bottom + 1 + MOST_ROWS);
  return (
    cells.some(isOfTimes) ||
    body.some((row) => row.some((cell) => cell && PERIOD_CELL.test(wordKey(cell.text))))
  );
}

const MOST_ROWS = 50;

/** Whether the first line is the period of a table that was cut out of one of several periods. */
function isDated(first: string, heading: string): boolean {
  const isOwn = heading.split(" ⏎ ").includes(first);
  return !isOwn && !/\bso (?:sanh|voi)\b/.test(wordKey(first)) && titlePeriod([first]).ok;
}

const LONGEST = 160;
/** A line that says of all figures that they are compared, or another period's. */
const WHOLE_LINE =
  /^(?:(?:day la|la|gom) )?(?:(?:so lieu|so|bieu|bang) )?(?:cua )?(?:cung ky|ky truoc|thang truoc|quy truoc|nam truoc|nam ngoai|so sanh|doi chieu|chenh lech|tang giam)(?: (?:nam truoc|nam ngoai|cung ky|ky truoc|thang truoc|nam \d{4}|lien ke))*$/;
const COMPARED_TITLE = /\b(?:so sanh|chenh lech|muc tang giam)\b/;
const SO_WITH = /\bso (?:sanh )?voi (?:cung ky|thang|quy|nam|ky)\b/;
/** Prose that tells how figures went: `tăng 2% so với cùng kỳ`. */
const PROSE =
  /\b(?:tang|giam|dat|bang|chiem) (?:\S+ ){0,3}?\d|%|^(?:can cu|theo|thuc hien|nguon|ghi chu)\b/;

/** `(So với cùng kỳ từ ngày 15/9/2025 đến ngày 14/10/2025)`: which period it would be compared with. */
const COMPARED_DAYS =
  /^so (?:sanh )?voi cung ky (?:nam truoc )?(?:tu ngay|tu) \d.* den (?:ngay )?\d/;

function isComparison(line: string, { window }: Form): boolean {
  const key = wordKey(line);
  if (line.length > LONGEST || PROSE.test(key) || COMPARED_DAYS.test(key)) return false;
  const isOfChanges = window === "at_date" && /\bbien dong\b/.test(key);
  return WHOLE_LINE.test(key) || COMPARED_TITLE.test(key) || SO_WITH.test(key) || isOfChanges;
}

/** Names of comparisons. */
const COMPARED =
  /\b(?:cung ky|so sanh|chenh lech|(?:ky|thang|quy|nam) truoc|nam ngoai)\b|^(?:ss|ck|so lieu ck)$/;
/** Names of sums: of what is there at a day they are the same figures. */
const ADDED_UP = /\b(?:luy ke|cong don)\b|^lk\b|\blk$/;

function isAddedUp(lines: readonly string[], { window, frequency }: Form): boolean {
  const isSaid = /\b(?:luy ke|cong don|\d+ thang|dau nam|(?:den|toi) het)\b/;
  return (
    window === "at_date" || frequency === "year" || lines.some((line) => isSaid.test(wordKey(line)))
  );
}

/** What a sheet is called that is not to be used, with marks and without. */
const UNUSED = new Set(
  [
    ...[
      "sai",
      "số sai",
      "bản sai",
      "số liệu sai",
      "lỗi",
      "tạm",
      "số tạm",
      "bản tạm",
      "số liệu tạm",
    ],
    ...["tạm tính", "số tạm tính", "sơ bộ", "ước", "số ước", "bỏ", "đã bỏ", "hủy", "đã hủy", "xóa"],
    ...[
      "mẫu",
      "mẫu trắng",
      "cũ",
      "số cũ",
      "bản cũ",
      "số liệu cũ",
      "không dùng",
      "không lấy",
      "thử",
    ],
  ].flatMap((word) => Object.values(accentedKey(word))),
);

/** `Số tạm`, `T10 bỏ`, `T10 (cũ)`: beside the period the name says nothing else. */
function isUnused(name: string): boolean {
  const { accented } = accentedKey(name.replace(PERIOD, " "));
  return UNUSED.has(accented);
}

const PERIOD =
  /(?<!\p{L})(?:t|q|th|tháng|thang|quý|quy|năm|nam|sheet)[ .]?(?:\d+|[ivx]+)(?!\p{L})(?:[./-]\d+)*|(?<!\p{L})(?:sheet|biểu|bảng|bieu|bang)(?!\p{L})|\d{4}/giu;
