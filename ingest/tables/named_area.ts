import type { AreaReader } from "../parse/area.ts";
import { AREA_WORDS, NEIGHBOURHOOD_WORDS, WHOLES } from "../parse/area_words.ts";
import { wordKey } from "../parse/key.ts";

const NEIGHBOURHOODS = NEIGHBOURHOOD_WORDS.flat();
const STARTS = [...NEIGHBOURHOODS, ...AREA_WORDS.flat(), ...Object.values(WHOLES).flat()];
const LONGEST_NAME = 7;

/** An area as a line names it. */
interface NamedArea {
  line: number;
  text: string;
}

/**
 * The area that lines above a table speak of: the one neighbourhood that they name, else the ward, else
 * the one larger area. Null where they name two neighbourhoods, none that is known, or another ward.
 */
export function areaOfLines(lines: readonly string[], areas: AreaReader): NamedArea | null {
  if (lines.some((line) => namesStranger(line, areas) || SEVERAL.test(wordKey(line)))) return null;
  const found = lines.flatMap((line, index) =>
    areasIn(line, areas).map((text) => ({
      line: index,
      text,
      id: areas.read(text, null),
    })),
  );
  const isSaid = ({ line }: NamedArea) => !ADDRESS.test(wordKey(lines[line] ?? ""));
  const near = found.filter((each) => isOfNeighbourhood(each.text) && isSaid(each));
  if (near.length > 0) return only(near);
  return (
    found.find(({ id }) => id === areas.ward_id) ??
    only(found.filter(({ text }) => !isOfNeighbourhood(text)))
  );
}

/** Whether a text begins as the names of neighbourhoods do. */
export function isOfNeighbourhood(text: string): boolean {
  const key = wordKey(text);
  return NEIGHBOURHOODS.some((word) => key.startsWith(`${word} `));
}

/** Where somebody is: the neighbourhood there is not what the table speaks of. */
const ADDRESS = /^(?:dia chi|tru so|noi |don vi|ten don vi|co quan|lien he|dien thoai)/;

/** `Tổ dân phố 20, 21 và 22`, `TDP 1-4`. */
const SEVERAL =
  /\b(?:to dan pho|tdp|to|khu pho|thon)(?: so)? (?:tu )?\d{1,3} (?:va |den )?(?:so )?\d{1,3}(?: |$)(?!\d{4})/;

function only(found: readonly (NamedArea & { id: string | null })[]): NamedArea | null {
  return new Set(found.map(({ id }) => id)).size === 1 ? (found[0] ?? null) : null;
}

/** Whether a line names a ward or commune that no list of areas knows. */
function namesStranger(line: string, areas: AreaReader): boolean {
  const words = line.split(/[\s,;()–]+/);
  return words.some((word, index) => {
    const isWard = /^(?:phuong|xa)$/.test(wordKey(word)) && /^\p{Lu}/u.test(words[index + 1] ?? "");
    return isWard && longestName(words.slice(index, index + LONGEST_NAME), areas) === null;
  });
}

/** The longest known names in a line, from the left. */
function areasIn(line: string, areas: AreaReader): string[] {
  const words = line.split(/[\s,;()–]+|\s-\s/).filter((word) => wordKey(word) !== "");
  const found: string[] = [];
  for (let start = 0; start < words.length; start++) {
    const name = longestName(words.slice(start, start + LONGEST_NAME), areas);
    if (name === null) continue;
    found.push(name.join(" "));
    start += name.length - 1;
  }
  return found;
}

function longestName(words: readonly string[], areas: AreaReader): string[] | null {
  const key = wordKey(words.join(" "));
  if (!STARTS.some((word) => key.startsWith(`${word} `) || key === word)) return null;
  for (let length = words.length; length > 1; length--) {
    const name = words.slice(0, length);
    if (areas.isKnown(name.join(" "))) return name;
  }
  return null;
}
