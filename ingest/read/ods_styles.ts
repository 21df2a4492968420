import { attribute } from "./xml_text.ts";

/** What a style makes of a number: a percentage, true or false, or a date as far as its day, month or year. */
export type ShownAs = "day" | "month" | "year" | "time" | "percent" | "boolean";

/** What a style of an .ods says of cells, or of a piece of their text. */
interface OdsStyle {
  shows?: ShownAs;
  is_struck: boolean;
  is_raised: boolean;
}

/** The styles of an .ods that say something, by their name. */
export type OdsStyles = ReadonlyMap<string, OdsStyle>;

const STYLE = /<style:style\b[^>]*?(?:\/>|>[\s\S]*?<\/style:style>)/g;
const DATA_STYLE =
  /<number:(date|percentage|boolean)-style\b[^>]*?(?:\/>|>[\s\S]*?<\/number:(?:date|percentage|boolean)-style>)/g;
const PLAIN: Readonly<Record<string, ShownAs>> = { percentage: "percent", boolean: "boolean" };
const MOST_PARENTS = 20;

type Tags = ReadonlyMap<string | null, string>;

/** Reads the styles of an .ods. `parts` are the texts of styles.xml and content.xml. */
export function odsStyles(parts: readonly string[]): OdsStyles {
  const data = new Map<string | null, ShownAs>();
  const tags = new Map<string | null, string>();
  for (const part of parts) {
    for (const [style, kind] of part.matchAll(DATA_STYLE))
      data.set(attribute(style, "style:name"), PLAIN[kind ?? ""] ?? shown(style));
    for (const style of part.match(STYLE) ?? []) tags.set(nameOf(style), style);
  }
  const styles = new Map<string, OdsStyle>();
  for (const name of tags.keys()) {
    const shows = data.get(inherited(name, tags, dataStyleOf));
    const is_struck = inherited(name, tags, isStruck) ?? false;
    const is_raised = inherited(name, tags, isRaised) ?? false;
    if (name !== null && (shows || is_struck || is_raised))
      styles.set(name, { ...(shows ? { shows } : {}), is_struck, is_raised });
  }
  return styles;
}

/** What a style says itself, or the nearest one that it comes from. */
function inherited<Said>(
  name: string | null,
  tags: Tags,
  saidBy: (style: string) => Said | null,
): Said | null {
  let style = tags.get(name);
  for (let step = 0; style !== undefined && step < MOST_PARENTS; step++) {
    const said = saidBy(style);
    if (said !== null) return said;
    style = tags.get(attribute(headOf(style), "style:parent-style-name"));
  }
  return null;
}

function headOf(style: string): string {
  return /^<[^>]*>/.exec(style)?.[0] ?? "";
}

function nameOf(style: string): string | null {
  return attribute(headOf(style), "style:name");
}

function dataStyleOf(style: string): string | null {
  return attribute(headOf(style), "style:data-style-name");
}

const LINES_THROUGH = ["style", "type"].map((each) => `style:text-line-through-${each}`);

function isStruck(style: string): boolean | null {
  const lines = LINES_THROUGH.flatMap((name) => attribute(style, name) ?? []);
  return lines.length === 0 ? null : lines.every((line) => line !== "none");
}

/** `super 58%`, `33% 58%`: above the line. */
function isRaised(style: string): boolean | null {
  const position = attribute(style, "style:text-position");
  return position === null ? null : /^(?:super|[1-9]\d*(?:\.\d+)?%)/.test(position);
}

function shown(style: string): ShownAs {
  if (/<number:day[\s/>]/.test(style)) return "day";
  if (/<number:month[\s/>]/.test(style)) return "month";
  return /<number:year[\s/>]/.test(style) ? "year" : "time";
}
