import { AREA_WORDS, WHOLES } from "./area_words.ts";
import { wordKey } from "./key.ts";

/** A version of an area: the days between which it was so. */
export interface Area {
  area_id: string;
  code: string | null;
  name: string;
  name_en: string;
  district: string | null;
  level: string;
  parent_area_id: string | null;
  valid_from: string;
  /** The last day; null while it is in force. */
  valid_to: string | null;
}

/** A further spelling of an area, with the days on which it means it; null is always. */
export interface AreaAlias {
  alias: string;
  area_id: string;
  valid_from: string | null;
  valid_to: string | null;
}

/** The areas that texts may name, and the ward whose files are read. Plain data: it goes to other processes. */
export interface Areas {
  ward_id: string;
  areas: readonly Area[];
  aliases: readonly AreaAlias[];
}

/** An area that a spelling means, and when. */
export interface Meaning {
  area_id: string;
  valid_from: string;
  valid_to: string;
  /** The area is in force: where the spelling meant nothing else, it meant this one before its time too. */
  is_current: boolean;
  /** The alias that says so, as it was written. */
  alias?: string;
}

/** A spelling (as a key) that means two areas on one day. */
export interface SpellingConflict {
  spelling: string;
  area_id: string;
  other_area_id: string;
  /** The alias of the second area that says so; null where its own name does. */
  alias: string | null;
}

const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
const VERSION = / *\([^)]*\)$/;

/** The spellings of areas by their key: names, codes and aliases; of larger areas also what is usual beside. */
export function spellings({ areas, aliases }: Areas): {
  sure: Map<string, Meaning[]>;
  /** Short names of larger areas and words for the whole: they count where nothing else does. */
  loose: Map<string, Meaning[]>;
} {
  const sure = new Map<string, Meaning[]>();
  const loose = new Map<string, Meaning[]>();
  const byId = new Map(areas.map((area) => [area.area_id, area]));
  for (const area of areas) {
    const meaning = meaningOf(area);
    for (const key of sureKeys(area)) add(sure, key, meaning);
    for (const key of looseKeys(area, byId.get(area.parent_area_id ?? "")))
      add(loose, key, meaning);
  }
  for (const { alias, area_id, valid_from, valid_to } of aliases)
    add(sure, wordKey(alias), {
      area_id,
      valid_from: valid_from ?? FIRST_DAY,
      valid_to: valid_to ?? LAST_DAY,
      is_current: false,
      alias,
    });
  return { sure, loose };
}

/** The days of an area as those of its spellings. */
export function meaningOf({ area_id, valid_from, valid_to }: Area): Meaning {
  return { area_id, valid_from, valid_to: valid_to ?? LAST_DAY, is_current: valid_to === null };
}

/** Every spelling that means two areas on one day, given once for each pair; codes are no spellings here. */
export function spellingConflicts(areas: Areas): SpellingConflict[] {
  const pairs = new Map<string, SpellingConflict>();
  for (const [spelling, meanings] of spellings(areas).sure) {
    if (/^(?:old )?\d+$/.test(spelling)) continue;
    meanings.forEach((one, index) => {
      const other = meanings.slice(0, index).find((each) => isSameTime(each, one));
      if (!other) return;
      const { area_id: other_area_id, alias = null } = one;
      const pair = `${other.area_id} ${other_area_id}`;
      if (!pairs.has(pair))
        pairs.set(pair, { spelling, area_id: other.area_id, other_area_id, alias });
    });
  }
  return [...pairs.values()];
}

function isSameTime(a: Meaning, b: Meaning): boolean {
  return a.area_id !== b.area_id && a.valid_from <= b.valid_to && b.valid_from <= a.valid_to;
}

function add(into: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  if (key === "") return;
  const known = into.get(key) ?? [];
  if (
    !known.some(
      ({ area_id, valid_from }) => area_id === meaning.area_id && valid_from === meaning.valid_from,
    )
  )
    into.set(key, [...known, meaning]);
}

/** Name and code; of wards old and new the name with and without its word, alone and with the district. */
function sureKeys({ level, name, code, district }: Area): string[] {
  const full = wordKey(name.replace(VERSION, ""));
  const codes = code === null ? [] : [wordKey(code), wordKey(`old_${code}`)];
  if (level !== "ward" && level !== "old_ward") return [full, ...codes];
  const names = variants(full);
  const withDistrict = district ? names.map((each) => `${each} quan ${wordKey(district)}`) : [];
  return [...names, ...withDistrict, ...codes];
}

function looseKeys(area: Area, parent: Area | undefined): string[] {
  const names = variants(wordKey(area.name.replace(VERSION, "")));
  const wholes = WHOLES[area.level] ?? [];
  if (area.level === "ward") {
    const parents = parent ? variants(wordKey(parent.name)) : [];
    const placed = names.flatMap((name) => parents.map((of) => `${name} ${of}`));
    return [...placed, ...names.map((name) => `toan ${name}`), ...wholes, wordKey(area.name_en)];
  }
  return area.level in WHOLES ? [...names, ...wholes, wordKey(area.name_en)] : [];
}

/** `phuong tan lap`, `p tan lap`, `tan lap`; a name of digits alone needs its word. */
function variants(full: string): string[] {
  for (const [word, short] of AREA_WORDS)
    for (const start of [word, short])
      if (full.startsWith(`${start} `)) {
        const rest = full.slice(start.length + 1);
        return [`${word} ${rest}`, `${short} ${rest}`, ...(/^\d+$/.test(rest) ? [] : [rest])];
      }
  return [full];
}
