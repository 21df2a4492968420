import type { Sheet } from "./grid.ts";
import { Refusal } from "./refusal.ts";

/** The mark stands in the letterhead or above it. */
const FIRST_ROWS = 15;
const MARK = /^(?:độmật:?)?(?:mật|tốimật|tuyệtmật)$/u;

/**
 * Refuses documents whose first rows bear MẬT, TỐI MẬT or TUYỆT MẬT as a mark of its own
 * (the word within a sentence is none). Nothing of the document is repeated.
 */
export function refuseSecret(sheets: readonly Sheet[]): void {
  for (const { rows } of sheets) {
    const cells = rows.slice(0, FIRST_ROWS).flat();
    if (cells.some((cell) => cell !== null && isSecrecyMark(cell.text))) {
      throw new Refusal("secret_document");
    }
  }
}

/** Whether any line of a text is a secrecy mark, whatever its letter-spacing and frame. */
export function isSecrecyMark(text: string): boolean {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/\r?\n/)
    .some((line) => MARK.test(line.replace(/[^\p{L}:]/gu, "")));
}
