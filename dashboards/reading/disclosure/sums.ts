import type { Areas } from "./areas.ts";
import { enclosing } from "./periods.ts";
import { cellKey } from "./table.ts";

/** A total and what adds up to it, by their places. */
export interface Sum {
  total: string;
  parts: string[];
}

/** Finds the sums that a place stands in, as the total or a part. */
export type SumsAt = (place: string) => readonly Sum[];

/** The sums over areas and over periods of the places that are there: "area|period". */
export function sumsOf(places: readonly string[], areas: Areas): SumsAt {
  const there = places.map((place) => ({ place, ...split(place) }));
  const periods = [...new Set(there.map(({ period }) => period))];
  const around = new Map(periods.map((period) => [period, enclosing(period, periods)]));
  const totalsOf = ({ area, period }: (typeof there)[number]) => {
    const wider = around.get(period) ?? null;
    return [
      ...(areas.neighbourhoods.has(area) ? [["areas", cellKey(areas.ward, period)] as const] : []),
      ...(wider === null ? [] : [["periods", cellKey(area, wider)] as const]),
    ];
  };
  const known = new Set(places);
  const sums = new Map<string, Sum>();
  const at = new Map<string, Sum[]>(places.map((place) => [place, []]));
  for (const one of there) {
    for (const [kind, total] of totalsOf(one)) {
      if (!known.has(total)) continue;
      const name = `${kind} ${total}`;
      const sum = sums.get(name) ?? { total, parts: [] };
      if (!sums.has(name)) at.get(total)?.push(sum);
      sums.set(name, sum);
      sum.parts.push(one.place);
      at.get(one.place)?.push(sum);
    }
  }
  return (place) => at.get(place) ?? [];
}

function split(place: string): { area: string; period: string } {
  const end = place.indexOf("|");
  return { area: place.slice(0, end), period: place.slice(end + 1) };
}
