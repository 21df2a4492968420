import { stripAccents } from "./key.ts";
import { failure, type Result, success } from "./result.ts";

const YES = ["co", "x", "v", "✓", "✔", "☑", "dung", "dat", "da co", "roi", "1", "true", "yes", "y"];
const NO = [
  "khong",
  "chua",
  "chua co",
  "khong co",
  "khong dat",
  "sai",
  "0",
  "false",
  "no",
  "n",
  "ko",
  "k",
  "chang",
];
const BLANK = ["", "-", "–", "—", "…", "..."];

/** Có/Không and its marks; blanks are null. Failure rule: `not_a_boolean`. */
export function parseBoolean(text: string): Result<boolean | null> {
  const word = stripAccents(text).toLowerCase().replace(/\s+/g, " ").trim();
  if (BLANK.includes(word)) return success(null);
  if (YES.includes(word)) return success(true);
  if (NO.includes(word)) return success(false);
  return failure("not_a_boolean", "Có hoặc Không", "Có (yes) or Không (no)");
}
