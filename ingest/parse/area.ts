import { type Areas, type Meaning, meaningOf, spellings } from "./area_list.ts";
import { remarkParts } from "./area_remark.ts";
import { NEIGHBOURHOOD_WORDS, WARD_WORDS } from "./area_words.ts";
import { wordKey } from "./key.ts";
import { editDistance } from "./nearest.ts";

/** The days that a figure speaks of. */
export interface Days {
  start: string;
  end: string;
}

/** How a text is looked at: a bare number or name is a neighbourhood only in a column of neighbourhoods. */
interface AreaOptions {
  is_neighbourhood_column?: boolean;
}

/** Recognises areas in texts. The one place where that is done. */
export interface AreaReader {
  ward_id: string;
  /** The spellings of the ward itself, as keys, the longest first. */
  ward_keys: readonly string[];
  /** The area_id that a text named in the days that are spoken of (null: today), or null. */
  read(text: string, days: Days | null, options?: AreaOptions): string | null;
  /** Whether a text names an area of any time. */
  isKnown(text: string, options?: AreaOptions): boolean;
  /** Whether a text names a ward by its word (`Phường An Biên`) that is no area of the programme in the days. */
  isOtherWard(text: string, days: Days | null): boolean;
  /** The neighbourhoods of the ward in force, in their order. */
  neighbourhoods: readonly KnownNeighbourhood[];
  /** The current areas whose spelling comes nearest to a text, best first. */
  nearest(text: string): KnownNeighbourhood[];
}

/** A neighbourhood in force: its number where it is numbered. */
interface KnownNeighbourhood {
  area_id: string;
  name: string;
  name_en: string;
  number: number | null;
}

/** After all changes: what is in force has no last day. */
const TODAY: Days = { start: "9999-12-31", end: "9999-12-31" };

/** A neighbourhood as a text names it: the list of its word, and its number or name. */
interface Named {
  kind: number;
  rest: string;
}

interface Neighbourhood extends Meaning {
  kind: number;
}

const WORDS = NEIGHBOURHOOD_WORDS.flatMap((words, kind) =>
  words.map((word) => ({ word, kind })),
).sort((a, b) => b.word.length - a.word.length);

/**
 * Opens the reader of a programme's areas. A text is a neighbourhood (`Tổ dân phố số 12`, `TDP 12`, `Thôn
 * Đông`, with or without the ward behind it) or the name, code or alias of an area as it was in the days
 * spoken of: codes are used again. Where a text meant nothing then, it is the area of today.
 */
export function areaReader(areas: Areas): AreaReader {
  const { sure, loose } = spellings(areas);
  const neighbourhoods = indexNeighbourhoods(areas);
  const ward_keys = wardKeys(areas.ward_id, sure, loose);
  const plain = (text: string, { is_neighbourhood_column = false }: AreaOptions) => {
    const key = wordKey(text);
    const bare = withoutWard(key, ward_keys);
    return [
      neighbourhoods(bare, is_neighbourhood_column),
      ...(bare === key ? [] : [neighbourhoods(key, is_neighbourhood_column)]),
      sure.get(key) ?? [],
      loose.get(key) ?? [],
    ];
  };
  const isPlain = (text: string, options: AreaOptions) => plain(text, options).some(isFilled);
  const meanings = (text: string, options: AreaOptions) => {
    const own = plain(text, options);
    if (own.some(isFilled)) return own;
    const parts = remarkParts(text);
    const isRemark = (part: string) => !WARD_WORD.test(wordKey(part)) && !isPlain(part, options);
    return parts?.remarks.every(isRemark) ? plain(parts.name, options).slice(0, -2) : [];
  };
  const read: AreaReader["read"] = (text, days, options = {}) => {
    for (const each of meanings(text, options)) {
      const area_id = meantIn(each, days);
      if (area_id !== null) return area_id;
    }
    return null;
  };
  const current = currentNeighbourhoods(areas);
  return {
    ward_id: areas.ward_id,
    ward_keys,
    read,
    isKnown: (text, options = {}) => meanings(text, options).some(isFilled),
    isOtherWard: (text, days) => WARD_WORD.test(wordKey(text)) && read(text, days) === null,
    neighbourhoods: current,
    nearest: (text) => nearestOf(current, text),
  };
}

/** A ward, commune or town by its word: `Phường An Biên`, `P. Hải An`. */
const WARD_WORD = new RegExp(`^(?:${WARD_WORDS.join("|")}) (?!hoi\\b)\\S`);

function isFilled(meanings: readonly Meaning[]): boolean {
  return meanings.length > 0;
}

function currentNeighbourhoods({ areas }: Areas): KnownNeighbourhood[] {
  return areas
    .filter(({ level, valid_to }) => level === "neighbourhood" && valid_to === null)
    .map(({ area_id, name, name_en }) => {
      const { rest } = named(wordKey(name)) ?? { rest: "" };
      return { area_id, name, name_en, number: /^\d+$/.test(rest) ? Number(rest) : null };
    });
}

const MOST_NEAREST = 3;

function nearestOf(areas: readonly KnownNeighbourhood[], text: string): KnownNeighbourhood[] {
  const digits = /\d+/.exec(text)?.[0];
  const key = wordKey(text);
  const ranked = areas.map((area) => {
    const isNumbered = digits !== undefined && area.number === Number(digits);
    return { area, distance: isNumbered ? -1 : editDistance(key, wordKey(area.name)) };
  });
  return ranked
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAREST)
    .map(({ area }) => area);
}

/** What was meant in the days; of days that see two boundaries, the later one counts. */
function meantIn(meanings: readonly Meaning[], days: Days | null): string | null {
  const { start, end } = days ?? TODAY;
  const then = meanings
    .filter(({ valid_from, valid_to }) => end >= valid_from && start <= valid_to)
    .sort((a, b) =>
      a.valid_from === b.valid_from
        ? a.area_id < b.area_id
          ? -1
          : 1
        : a.valid_from < b.valid_from
          ? 1
          : -1,
    );
  return (then[0] ?? meanings.find(({ is_current }) => is_current))?.area_id ?? null;
}

function wardKeys(
  ward_id: string,
  ...indexes: ReadonlyMap<string, readonly Meaning[]>[]
): string[] {
  const keys = indexes.flatMap((index) =>
    [...index].flatMap(([key, meanings]) =>
      meanings.some(({ area_id }) => area_id === ward_id) ? key : [],
    ),
  );
  return keys.sort((a, b) => b.length - a.length);
}

/** `to 12 phuong tan lap` is `to 12`; a text that is the ward alone stays. */
function withoutWard(key: string, wardKeys: readonly string[]): string {
  const tail = wardKeys.find((ward) => key.endsWith(` ${ward}`));
  return tail ? key.slice(0, -tail.length).trim() : key;
}

/** A function that finds the neighbourhoods a key may mean. */
function indexNeighbourhoods({ areas }: Areas): (key: string, isColumn: boolean) => Meaning[] {
  const own = new Map<string, Neighbourhood[]>();
  const kinds = new Map<number, Map<string, Neighbourhood[]>>();
  for (const area of areas.filter(({ level }) => level === "neighbourhood")) {
    const { kind, rest } = named(wordKey(area.name)) ?? { kind: -1, rest: wordKey(area.name) };
    const ofKind = kinds.get(kind) ?? new Map<string, Neighbourhood[]>();
    kinds.set(kind, ofKind);
    for (const index of [ofKind, own])
      index.set(rest, [...(index.get(rest) ?? []), { ...meaningOf(area), kind }]);
  }
  return (key, isColumn) => {
    const found = named(key);
    if (found)
      return (
        kinds.get(found.kind)?.get(found.rest) ??
        (kinds.has(found.kind) ? [] : unique(own.get(found.rest)))
      );
    return isColumn ? unique(own.get(restOf(key))) : [];
  };
}

/** A number that a thôn and a tổ dân phố share names neither. */
function unique(meanings: readonly Neighbourhood[] = []): Meaning[] {
  const kinds = new Set(meanings.map(({ kind }) => kind));
  return kinds.size > 1 ? [] : [...meanings];
}

function named(key: string): Named | null {
  const found = WORDS.find(
    ({ word }) => key.startsWith(word) && /^ ?\d|^ [a-z]/.test(key.slice(word.length)),
  );
  return found ? { kind: found.kind, rest: restOf(key.slice(found.word.length).trim()) } : null;
}

/** `so 07` is `7`. */
function restOf(text: string): string {
  return text.replace(/^so (?=\d)/, "").replace(/^0+(?=\d)/, "");
}
