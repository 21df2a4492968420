import type { Days } from "../parse/area.ts";
import type { Match } from "./match.ts";

/** How a sheet's area column is read. */
export interface AreaColumn {
  /** The area_id that a text named in the days spoken of, or null. Remembers: long lists repeat few areas. */
  read: (text: string, days: Days | null) => string | null;
  /** Whether a text names an area of any time. */
  isKnown: (text: string) => boolean;
  /** The header says that rows are neighbourhoods: a bare number names one, the ward is their total. */
  is_of_neighbourhoods: boolean;
}

const NEIGHBOURHOODS =
  /\b(?:to dan pho|tdp|khu pho|thon|xom)\b|^to(?: so)?$|^(?:ten )?ap$|^ten ban$/;

/** The area column of a recognised sheet; without one every text is read as an area of any kind. */
export function areaColumn({ form, columns, header, areas }: Match): AreaColumn {
  const column = columns.get(form.keys.area?.column ?? "");
  const key = header.cells.find((cell) => cell.column === column)?.key ?? "";
  const is_of_neighbourhoods = NEIGHBOURHOODS.test(key);
  const options = { is_neighbourhood_column: is_of_neighbourhoods };
  return {
    read: memoised((text, days) => areas.read(text, days, options)),
    isKnown: memoised((text) => areas.isKnown(text, options)),
    is_of_neighbourhoods,
  };
}

/** The function with a memory. */
function memoised<Answer extends string | boolean | null>(
  ask: (text: string, days: Days | null) => Answer,
) {
  const seen = new Map<string, Map<string, Answer>>();
  return (text: string, days: Days | null = null): Answer => {
    const when = days === null ? "" : days.start + days.end;
    const known = seen.get(when) ?? new Map<string, Answer>();
    seen.set(when, known);
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const answer = ask(text, days);
    known.set(text, answer);
    return answer;
  };
}
