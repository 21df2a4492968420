import type { Attacker, PartOf, Unknown } from "./attacker.ts";
import type { CountCell } from "./cells.ts";
import { type CellKey, coordinatesOf, largestLimit } from "./places.ts";
import type { Sum } from "./sums.ts";

/** Writes down the sums that these places stand in. */
export function addSums(measure: string, places: readonly CellKey[], attacker: Attacker): void {
  const sums = new Set(places.flatMap((place) => attacker.sums.get(measure)?.(place) ?? []));
  for (const { total, parts } of sums) {
    const terms = parts.map((part) => [termOf(measure, part, attacker), 1] as Term);
    const cells = cellsAt(measure, [total, ...parts], attacker);
    addEquation([...terms, [termOf(measure, total, attacker), -1]], cells, attacker);
  }
}

/** Writes down that part + rest = whole, where one of the two is hidden. */
export function addRests(
  { part, whole }: PartOf,
  places: readonly CellKey[],
  attacker: Attacker,
): void {
  for (const place of places) {
    const [own, all] = [part, whole].map((measure) => attacker.current.get(measure)?.get(place));
    if (own === undefined || all === undefined) continue;
    if (typeof own === "number" && typeof all === "number") continue;
    const terms: Term[] = [
      [termOf(part, place, attacker), 1],
      [termOf(whole, place, attacker), -1],
    ];
    const [partValue, wholeValue] = terms.map(([term]) => knownValue(term, attacker));
    const value = partValue == null || wholeValue == null ? null : wholeValue - partValue;
    if (value !== null && value < 0) continue;
    const most = typeof all === "number" ? all : Infinity;
    const high = Math.min(limitOf(part, place, attacker), most);
    const rest = `rest of ${part} in ${whole} ${place} ${own} ${all}`;
    if (!attacker.unknowns.has(rest)) attacker.unknowns.set(rest, restOf(value, high, attacker));
    const cells = [...cellsAt(part, [place], attacker), ...cellsAt(whole, [place], attacker)];
    addEquation([...terms, [rest, 1]], cells, attacker);
  }
}

function restOf(value: number | null, high: number, { is_past }: Attacker): Unknown {
  return { value, small: { low: 1, high }, least: 0, sums: [], is_old: is_past };
}

/** A shown number, or the name of an unknown one, with its sign. */
type Term = [term: number | string, sign: number];

function termOf(measure: string, place: CellKey, attacker: Attacker): number | string {
  const announced = attacker.current.get(measure)?.get(place) ?? "";
  if (typeof announced === "number") return announced;
  const name = `${measure} ${place} ${announced}`;
  const { unknowns } = attacker;
  if (!unknowns.has(name)) unknowns.set(name, unknownOf(measure, place, announced, attacker));
  return name;
}

function unknownOf(measure: string, place: CellKey, version: string, attacker: Attacker): Unknown {
  const cell = attacker.tables.get(measure)?.cells.get(place);
  const isNow = cell?.version === version;
  const least = canBeZero(measure, place, version, attacker) ? 0 : 1;
  const limit = limitOf(measure, place, attacker);
  const shown = (other: string) => {
    const announced = attacker.current.get(other)?.get(place);
    return typeof announced === "number" ? [announced] : [];
  };
  const parts = attacker.partsOf.flatMap(({ part, whole }) =>
    whole === measure ? shown(part) : [],
  );
  const wholes = attacker.partsOf.flatMap((pair) =>
    pair.part === measure ? shown(pair.whole) : [],
  );
  return {
    value: isNow ? cell.value : null,
    small: { low: Math.max(1, ...parts), high: Math.min(limit, ...wholes) },
    least: isNow ? Math.min(cell.value, least) : least,
    sums: sumsAbove(measure, place, attacker).map(({ total, parts }) =>
      cellsAt(measure, [total, ...parts], attacker),
    ),
    is_old: attacker.is_past,
  };
}

/**
 * Zeros are shown, but for those of parts of a whole, of revised numbers, and of parts of a
 * total that is hidden with all its parts.
 */
function canBeZero(measure: string, place: CellKey, version: string, attacker: Attacker): boolean {
  const isRevised = attacker.firsts.get(measure)?.get(place) !== version;
  if (isRevised || attacker.partsOf.some(({ part }) => part === measure)) return true;
  const isHidden = (at: CellKey) => typeof attacker.current.get(measure)?.get(at) === "string";
  return sumsAbove(measure, place, attacker).some(({ total, parts }) =>
    [total, ...parts].every(isHidden),
  );
}

function sumsAbove(measure: string, place: CellKey, attacker: Attacker): Sum[] {
  return (attacker.sums.get(measure)?.(place) ?? []).filter(({ total }) => total !== place);
}

function knownValue(term: number | string, { unknowns }: Attacker): number | null {
  return typeof term === "number" ? term : (unknowns.get(term)?.value ?? null);
}

function limitOf(measure: string, place: CellKey, { tables, areas }: Attacker): number {
  const limit = tables.get(measure)?.cells.get(place)?.limit;
  return limit ?? largestLimit(coordinatesOf(place).area, areas);
}

function cellsAt(measure: string, places: readonly CellKey[], { tables }: Attacker): CountCell[] {
  return places.flatMap((place) => tables.get(measure)?.cells.get(place) ?? []);
}

/**
 * Writes an equation down once. Where all of its numbers are known here it is put so that they hold
 * it: totals that were rounded for themselves differ a little from their parts, which keeps nobody
 * from adding these up. A total that differs by more is none.
 */
function addEquation(terms: Term[], cells: CountCell[], attacker: Attacker): void {
  const unknown = terms.filter(([term]) => typeof term === "string") as [string, number][];
  if (unknown.length === 0) return;
  const shown = sumOf(terms.filter(([term]) => typeof term === "number") as [number, number][]);
  const values = unknown.map(([term, sign]) => [knownValue(term, attacker), sign] as const);
  const isKnown = values.every((value): value is [number, number] => value[0] !== null);
  const right = isKnown ? sumOf(values) : -shown;
  if (Math.abs(right + shown) > terms.length / 2) return;
  const name = `${unknown.map(([term, sign]) => `${sign} ${term}`).join(" + ")} = ${right}`;
  if (attacker.equations.has(name)) return;
  attacker.equations.set(name, { terms: unknown, right, is_new: !attacker.is_past, cells });
}

function sumOf(values: readonly (readonly [value: number, sign: number])[]): number {
  return values.reduce((sum, [value, sign]) => sum + sign * value, 0);
}
