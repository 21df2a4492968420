import { attribute } from "./xml_text.ts";

/** What a style makes of a number: a percentage, true or false, or a date as far as its day, month or year. */
export type ShownAs = "day" | "month" | "year" | "time" | "percent" | "boolean";

/** What the cell styles of an .ods make of numbers, by the style's name. */
export type OdsStyles = ReadonlyMap<string, ShownAs>;

const STYLE = /<style:style\b[^>]*>/g;
const DATA_STYLE =
  /<number:(date|percentage|boolean)-style\b[^>]*?(?:\/>|>[\s\S]*?<\/number:(?:date|percentage|boolean)-style>)/g;
const PLAIN: Readonly<Record<string, ShownAs>> = { percentage: "percent", boolean: "boolean" };
const MOST_PARENTS = 20;

/** Reads the styles of an .ods. `parts` are the texts of styles.xml and content.xml. */
export function odsStyles(parts: readonly string[]): OdsStyles {
  const data = new Map<string | null, ShownAs>();
  const tags = new Map<string | null, string>();
  for (const part of parts) {
    for (const [style, kind] of part.matchAll(DATA_STYLE))
      data.set(attribute(style, "style:name"), PLAIN[kind ?? ""] ?? shown(style));
    for (const tag of part.match(STYLE) ?? []) tags.set(attribute(tag, "style:name"), tag);
  }
  const styles = new Map<string, ShownAs>();
  for (const name of tags.keys()) {
    const shows = data.get(dataStyle(name, tags));
    if (name !== null && shows) styles.set(name, shows);
  }
  return styles;
}

/** The data style of a cell style, or of the nearest one that it comes from. */
function dataStyle(name: string | null, tags: ReadonlyMap<string | null, string>): string | null {
  let tag = tags.get(name);
  for (let step = 0; tag !== undefined && step < MOST_PARENTS; step++) {
    const own = attribute(tag, "style:data-style-name");
    if (own !== null) return own;
    tag = tags.get(attribute(tag, "style:parent-style-name"));
  }
  return null;
}

function shown(style: string): ShownAs {
  if (/<number:day[\s/>]/.test(style)) return "day";
  if (/<number:month[\s/>]/.test(style)) return "month";
  return /<number:year[\s/>]/.test(style) ? "year" : "time";
}
