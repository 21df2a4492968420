import { parseArea } from "../parse/area.ts";
import type { Match } from "./match.ts";

/** How a sheet's area column is read. */
export interface AreaColumn {
  /** The area_id a text names, or null. Remembers: long lists repeat few areas. */
  read: (text: string) => string | null;
  /** The header says that rows are neighbourhoods: a bare number names one, the ward is their total. */
  is_of_neighbourhoods: boolean;
}

const NEIGHBOURHOODS = /\bto dan pho\b|\btdp\b|^to(?: so)?$/;

/** The area column of a recognised sheet; without one every text is read as an area of any kind. */
export function areaColumn({ form, columns, header }: Match): AreaColumn {
  const column = columns.get(form.keys.area?.column ?? "");
  const key = header.cells.find((cell) => cell.column === column)?.key ?? "";
  const is_of_neighbourhoods = NEIGHBOURHOODS.test(key);
  const seen = new Map<string, string | null>();
  const read = (text: string): string | null => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const area =
      text === "" ? null : parseArea(text, { is_neighbourhood_column: is_of_neighbourhoods });
    seen.set(text, area);
    return area;
  };
  return { read, is_of_neighbourhoods };
}
