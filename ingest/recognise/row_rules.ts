import type { AreaReader } from "../parse/area.ts";
import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";

/** A row below the header, with what the rules ask of it. */
export interface RowView {
  index: number;
  /** The cells that hold something, from the left. */
  filled: { column: number; text: string }[];
  /** Rows since the header, or since it was last repeated: 1 is the first. */
  distance: number;
  /** The texts of the columns that tell rows apart. */
  label: string;
  ordinal: string;
  /** The text of the column of areas. */
  area: string;
  /** The label stands before the sum of the rows. */
  is_sum: boolean;
  /** A column of values holds something. */
  has_values: boolean;
  /** A column of values holds a figure. */
  has_figures: boolean;
  /** Every column that the form requires is filled. */
  is_complete: boolean;
  /** The label names a known area or category, or the row names its period. */
  is_recognised: boolean;
  /** The row names its period and remarks on it in words: it is no signature and no note. */
  has_remark: boolean;
  /** Filled columns of the form besides the ordinal. */
  known: number;
  /** Cells that hold the header of a form, of this one or another; not counted in rows of figures. */
  knownHeaders: number;
  /** The words of the header's rows by column. */
  headers: readonly (readonly string[])[];
  /** Inside a table whose notes have begun. */
  is_after_footnote: boolean;
}

/** A reason to read past a row. The first that applies holds; `ends` closes the table. */
export interface IgnoreRule {
  rule: string;
  applies: (row: RowView) => boolean;
  ends?: true;
}

/** Why rows of a table are read past, in the order in which they are asked. */
export const ignoreRules: readonly IgnoreRule[] = [
  { rule: "repeated_header", applies: isRepeatedHeader },
  { rule: "column_numbers", applies: isColumnNumbers },
  { rule: "machine_names", applies: isMachineNames },
  { rule: "signature", applies: isSignature, ends: true },
  { rule: "footnote", applies: isFootnote },
  { rule: "spacer", applies: ({ known, is_sum }) => known === 0 && !is_sum },
  { rule: "group", applies: isGroup },
];

/** Who signs, without what stands in parentheses (`(Ký, họ tên)`). */
const SIGNATURE =
  /^(?:nguoi (?:lap(?: bieu| bang| bao cao| danh sach| phieu)?|tong hop|thong ke|bao cao|kiem tra|duyet)|can bo (?:tong hop|thong ke|lap(?: bieu| bao cao)?|bao cao|phu trach|chuyen trach)|ke toan(?: truong)?|thu truong(?: don vi| co quan)?|(?:pho )?giam doc(?: bhxh.*)?|(?:pho )?chu tich(?: ubnd.*| uy ban.*)?|dai dien (?:don vi|co quan|to|lanh dao)(?: .*)?|lanh dao (?:don vi|phong)(?: .*)?|to truong(?: dan pho| tdp)?|truong (?:thon|khu(?: pho)?)|(?:k ?t|q|t ?l|t ?u ?q) (?:giam doc|chu tich|truong.*|chi huy truong|thu truong.*)|t ?m (?:uy ban.*|ubnd.*|dang uy.*|ban .*|don vi.*)|(?:pho )?truong (?:cong an|phong|ban|tram)(?: .*)?|(?:pho )?bi thu(?: .*)?|chanh van phong|chi huy truong|chinh tri vien|xac nhan cua .*|noi nhan|(?:ky|da ky)(?: .*)?(?:ho ten|dong dau|ghi ro).*|da ky)$/;

const FOOTNOTE = /^(?:ghi chu|chu thich|luu y|nguon|nguon so lieu|don vi tinh|dvt)(?: |$)/;

const COLUMN_NUMBER = /^[([]?(?:[A-Z]|\d{1,2})[)\]]?$|^[([]?\d{1,2}[)\]]?\s*=\s*[\d([]/;

function isRepeatedHeader({ filled, headers }: RowView): boolean {
  const same = (level: readonly string[]) =>
    filled.length >= 2 && filled.every(({ column, text }) => level[column] === wordKey(text));
  return headers.some(same);
}

/** `A B 1 2 …`, `(1) (2)`, `5 = 1+2+3+4`: each number one more than the last. */
function isColumnNumbers({ filled, distance, label }: RowView): boolean {
  if (distance > 2 || filled.length < 2) return false;
  if (!filled.every(({ text }) => COLUMN_NUMBER.test(text))) return false;
  const numbers = filled.flatMap(({ text }) => /\d+/.exec(text)?.slice(0, 1).map(Number) ?? []);
  const isUnnamed = label === "" && filled.length >= 3;
  const isMarked =
    isUnnamed || filled.some(({ text }) => /[A-Z([=]/.test(text)) || filled.length >= 4;
  return isMarked && numbers.every((number, index) => number === index + 1);
}

/** `HoTen MaSoBhxh NgaySinh`: the names that a program gave the columns. */
function isMachineNames({ filled, distance }: RowView): boolean {
  if (distance > 2 || filled.length < 3) return false;
  if (!filled.every(({ text }) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text))) return false;
  return filled.filter(({ text }) => /[a-z][A-Z]|_/.test(text)).length * 2 >= filled.length;
}

/** Signers stand in a row without figures; where they fill what the form requires, without any digit. */
function isSignature(row: RowView): boolean {
  const { filled, has_figures, is_complete, has_remark, ordinal } = row;
  if (has_remark) return false;
  const isAlone = filled.length === 1 || !is_complete || isDated(filled);
  if (isAlone && filled.some(({ text }) => isDayOfPaper(text))) return true;
  if (has_figures || /^\d/.test(ordinal)) return false;
  const isWordy = !is_complete || !filled.some(({ text }) => /\d/.test(text));
  return isWordy && filled.some(({ text }) => isSigner(text));
}

/** A row whose only digits are those of the day on which the paper was signed. */
function isDated(filled: RowView["filled"]): boolean {
  return filled.every(({ text }) => !/\d/.test(text) || isDayOfPaper(text));
}

/** `…, ngày 03 tháng 11 năm 2026`, `Ngày 15/9/2026`. */
function isDayOfPaper(text: string): boolean {
  const isSaid = /ngày/i.test(text) && documentDate([text]) !== null;
  return isSaid || /(?:^|,)\s*ngày\s+\d{1,2}\/\d{1,2}\/\d{4}\W*$/iu.test(text);
}

/** Whether a text names who signs. */
export function isSigner(text: string): boolean {
  const title = wordKey(text.replace(/\([^)]*\)/g, " "));
  return SIGNATURE.test(title === "" ? wordKey(text) : title);
}

function isFootnote({ filled, has_figures, has_remark, is_after_footnote }: RowView): boolean {
  const first = filled[0];
  if (has_figures || has_remark || !first) return false;
  return is_after_footnote || /^\(?\*+\)?/.test(first.text) || FOOTNOTE.test(wordKey(first.text));
}

/** A heading within the table: a label without values and without a running number, or one numbered as groups are that lacks what rows have. */
function isGroup(row: RowView): boolean {
  const { known, has_values, has_figures, is_complete, is_recognised, ordinal, is_sum } = row;
  const isNumbered = isGroupOrdinal(ordinal) && !is_complete && !has_figures;
  const isHeading = known <= 1 && !has_values && !is_recognised;
  const isOfGroup = isNumbered && (!is_recognised || !has_values);
  return (isHeading || isOfGroup) && !is_sum && !/^\d+\.?$/.test(ordinal);
}

const TOTAL =
  /^(?:tong cong|tong so|tong cuoi|tong|cong)(?: (?:toan )?(?:phuong|xa|thi tran|dac khu))?$|^(?:tong )?cong (?:tang|giam)$|^toan (?:phuong|xa|thi tran|dac khu)$|^(?:tong cong|tong so|tong|cong) (?:\d|gom|nguoi|ho so|du an|cac |chung|tat ca).*$/;

/** Whether a label stands before the sum of the rows (`Tổng cộng`, `Toàn phường`, `Cộng phường Tân Lập`). */
export function isTotalLabel(label: string, { ward_keys }: Pick<AreaReader, "ward_keys">): boolean {
  const text = label.replace(/\([^)]*\)/g, " ");
  const key = wordKey(text);
  if (TOTAL.test(key)) return true;
  const ward = ward_keys.find((each) => key === each || key.endsWith(` ${each}`));
  if (ward === undefined) return false;
  return key === ward ? key.startsWith("toan ") : TOTAL.test(key.slice(0, -ward.length).trim());
}

/** Whether a row is numbered as a group (`II`, `B`): with figures it is the sum of its group. */
export function isGroupOrdinal(text: string): boolean {
  return /^(?:[IVX]{1,4}|[A-H])[.)]?$/.test(text.trim());
}

const SUBSET = /^\s*(?:-\s*)?trong\s+(?:đó|do)\s*[:,]?\s*/iu;

/** The label without `Trong đó:`, and whether it had it. */
export function readSubset(text: string): { label: string; is_subset: boolean } {
  const label = text.replace(SUBSET, "");
  return { label, is_subset: label !== text };
}
