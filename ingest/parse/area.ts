import { wordKey } from "./key.ts";
import { ward as leChan, type Ward } from "./ward.ts";

const NEIGHBOURHOOD = /^(?:to dan pho|tdp|to|khu dan cu)(?: so)? ?0*(\d{1,3})$/;
const BARE_NUMBER = /^0*(\d{1,3})$/;

/**
 * The area_id a text names, or null: the ward, a neighbourhood (`Tổ dân phố số 12`, `TDP 12`, `Tổ 12`),
 * the city, the country. A bare number is a neighbourhood only in a column of neighbourhoods.
 */
export function parseArea(
  text: string,
  options: { is_neighbourhood_column?: boolean } = {},
  ward: Ward = leChan,
): string | null {
  const key = wordKey(text);
  return (
    neighbourhood(withoutWardName(key, ward), options.is_neighbourhood_column ?? false, ward) ??
    named(key, ward)
  );
}

function neighbourhood(key: string, isColumn: boolean, ward: Ward): string | null {
  const number = Number(
    (NEIGHBOURHOOD.exec(key) ?? (isColumn ? BARE_NUMBER.exec(key) : null))?.[1],
  );
  if (!(number >= 1 && number <= ward.neighbourhood_count)) return null;
  return `${ward.area_id}_tdp_${String(number).padStart(2, "0")}`;
}

function withoutWardName(key: string, ward: Ward): string {
  if (!/\d.* /.test(key)) return key;
  const spellings = ward.spellings.map(wordKey).sort((a, b) => b.length - a.length);
  const tail = spellings.find((spelling) => key.endsWith(` ${spelling}`));
  return tail && /\d/.test(key.slice(0, -tail.length)) ? key.slice(0, -tail.length).trim() : key;
}

function named(key: string, ward: Ward): string | null {
  const areas = [{ area_id: ward.area_id, spellings: ward.spellings }, ...ward.known_areas];
  return areas.find(({ spellings }) => spellings.some((s) => wordKey(s) === key))?.area_id ?? null;
}
