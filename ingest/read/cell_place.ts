import { cellAddress } from "../../lib/office/address.ts";
import type { CellPlace, Sheet } from "./grid.ts";

/** Where a cell of a sheet (0-based) stands in the file. */
export function placeInSheet({ place }: Sheet, row: number, column: number): CellPlace {
  return place ? place(row, column) : { row, column };
}

/** The address in the file of a cell of a sheet (0-based): the one place where reading makes one. */
export function addressIn(sheet: Sheet, row: number, column: number): string {
  const place = placeInSheet(sheet, row, column);
  return cellAddress(place.row, place.column);
}
