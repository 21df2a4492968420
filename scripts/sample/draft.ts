import type { Sheet } from "./sheet.ts";

/** A file before mess and writing: its name, whose ending says the format, and its sheets. */
export interface Draft {
  name: string;
  sheets: Sheet[];
}
