import { wordKey } from "../parse/key.ts";
import { loadVocabulary } from "../parse/load_vocabulary.ts";
import { titlePeriod } from "../parse/period.ts";
import { type TermReader, termReader } from "../parse/vocabulary.ts";
import type { ProgrammeValue } from "./declaration.ts";
import type { Need } from "./programme_value.ts";

/** Headers of columns that tell persons apart: such a table is a list of people. */
const PERSONAL =
  /\b(?:ho (?:va )?ten|ten (?:nguoi|chu ho|hoc sinh|cong dan|benh nhan|doan vien|dang vien)|dia chi|so dien thoai|dien thoai|sdt|email|thu dien tu|ngay sinh|nam sinh|ngay thang nam sinh|gioi tinh|cccd|cmnd|can cuoc|dinh danh|ho chieu|ma so bhxh|ma bhxh|ma the|so tai khoan|ma so thue)\b/;

/** Whether a header names a person or a number of one. */
export function isHeaderOfPerson(header: string): boolean {
  return PERSONAL.test(wordKey(header));
}

/** Whether a header names a month or a day, which is another in the next file. */
export function isDatedHeader(header: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.]\d/.test(header) || titlePeriod([header]).ok;
}

let loaded: TermReader | null = null;

/** What a form is about must be words of its own: `tổng hợp` or `số lượng` would be said by any table. */
export function subjectProblem(subject: ProgrammeValue): Need | null {
  if (subject === null) return null;
  loaded ??= termReader(loadVocabulary());
  const words = loaded;
  const empty = String(subject)
    .split("|")
    .find((text) => {
      const { meanings, unknown } = words.read(text);
      return meanings.length + unknown.length === 0;
    });
  if (empty === undefined) return null;
  return {
    vi: `từ riêng của biểu; "${empty}" thì bảng nào cũng có`,
    en: `words of its own; any table may say "${empty}"`,
  };
}
