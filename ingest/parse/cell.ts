/** What a cell holds, as the program that wrote it said; text is never turned into a number here. */
type CellType = "text" | "number" | "boolean" | "date" | "error";

/** One cell. An empty cell is `null` in its row, never a Cell without text (but see `error`). */
export interface Cell {
  type: CellType;
  /** As shown, decoded to Unicode NFC, trimmed at the ends. Empty only for a formula without a value. */
  text: string;
  /** The raw number of a number or date cell (a date's is its serial). */
  number?: number;
  /** ISO `yyyy-mm-dd`, when the cell is a real date. */
  date?: string;
  /** The value is the cached result of a formula. Type `error` and no text: there was none cached. */
  is_formula?: boolean;
  /** Struck through whole: the clerk's way to delete. Text that is struck in part is left out. */
  is_struck?: boolean;
}
