import type { Match } from "./match.ts";
import { parseArea } from "./parse/area.ts";

/** How a sheet's area column is read, remembering what it read before: long lists repeat few areas. */
export function areaReader({ form, columns, header }: Match): (text: string) => string | null {
  const column = columns.get(form.keys.area?.column ?? "");
  const key = header.cells.find((cell) => cell.column === column)?.key ?? "";
  const options = { is_neighbourhood_column: NEIGHBOURHOODS.test(key) };
  const seen = new Map<string, string | null>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const area = text === "" ? null : parseArea(text, options);
    seen.set(text, area);
    return area;
  };
}

const NEIGHBOURHOODS = /\bto dan pho\b|\btdp\b|^to(?: so)?$/;
