import { LAST_COLUMN, LONGEST_TEXT, MOST_CELLS, MOST_SHEETS } from "./grid.ts";
import { Refusal } from "./refusal.ts";

/** The refusal of a workbook that claims more cells than are held. */
export function tooManyCells(): Refusal {
  return new Refusal("too_large", `quá ${MOST_CELLS} ô`, `more than ${MOST_CELLS} cells`);
}

/** The refusal of a text that no spreadsheet holds in one cell. */
export function tooLongText(): Refusal {
  return new Refusal(
    "too_large",
    `một ô chứa hơn ${LONGEST_TEXT} ký tự`,
    `a cell of more than ${LONGEST_TEXT} characters`,
  );
}

/** The refusal of more sheets than anyone fills in. */
export function tooManySheets(): Refusal {
  return new Refusal(
    "too_large",
    `quá ${MOST_SHEETS} trang tính`,
    `more than ${MOST_SHEETS} sheets`,
  );
}

/** The refusal of a row that is wider than any spreadsheet. */
export function tooWideRow(): Refusal {
  return new Refusal("too_large", `quá ${LAST_COLUMN} cột`, `more than ${LAST_COLUMN} columns`);
}

/** The refusal of a cell whose address no spreadsheet has. */
export function outsideSheet(): Refusal {
  return new Refusal("damaged", "ô nằm ngoài trang tính", "a cell outside any sheet");
}

/** The refusal of two cells of one address: one of them would be lost. */
export function repeatedCell(): Refusal {
  return new Refusal("damaged", "hai ô cùng một địa chỉ", "two cells of one address");
}

/** The refusal of a cell whose text is not in the workbook. */
export function missingString(): Refusal {
  return new Refusal("damaged", "ô trỏ tới chữ không có trong tệp", "a cell whose text is missing");
}

/** The refusal of a table within a table: whose cells are whose can't be told. */
export function nestedTables(): Refusal {
  return new Refusal("damaged", "bảng lồng trong bảng", "a table within a table");
}

/** The refusal of a sheet of which cells went missing between the file and its reading. */
export function lostCells(): Refusal {
  return new Refusal(
    "damaged",
    "trang tính không đọc được trọn vẹn",
    "a sheet that can't be read in full",
  );
}
