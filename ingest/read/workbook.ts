import type { Workbook } from "./grid.ts";
import { Refusal } from "./refusal.ts";

/**
 * Reads the bytes of a file an office sent.
 * Throws a Refusal, and nothing else, when the file can't be believed as a whole.
 */
export function readWorkbook(_bytes: Uint8Array, _fileName: string): Workbook {
  throw new Refusal("not_a_workbook");
}
