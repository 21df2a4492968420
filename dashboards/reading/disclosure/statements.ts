import { largestLimit } from "./areas.ts";
import type { Told } from "./memory.ts";
import type { PartOf, Reader, Unknown } from "./reader.ts";
import type { Sum } from "./sums.ts";
import type { Cell } from "./table.ts";

/** Writes down the sums that these places stand in. */
export function tellSums(measure: string, places: readonly string[], reader: Reader): void {
  const sums = new Set(places.flatMap((place) => reader.sums.get(measure)?.(place) ?? []));
  for (const { total, parts } of sums) {
    const terms = parts.map((part) => [termOf(measure, part, reader), 1] as Term);
    const cells = cellsAt(measure, [total, ...parts], reader);
    tell([...terms, [termOf(measure, total, reader), -1]], cells, reader);
  }
}

/** Writes down that part + rest = whole, where one of the two is hidden. */
export function tellRests(
  { part, whole }: PartOf,
  places: readonly string[],
  reader: Reader,
): void {
  for (const place of places) {
    const [own, all] = [part, whole].map((measure) => reader.told.get(measure)?.get(place));
    if (own === undefined || all === undefined) continue;
    if (typeof own === "number" && typeof all === "number") continue;
    const terms: Term[] = [
      [termOf(part, place, reader), 1],
      [termOf(whole, place, reader), -1],
    ];
    const [partValue, wholeValue] = terms.map(([term]) => knownValue(term, reader));
    const value = partValue == null || wholeValue == null ? null : wholeValue - partValue;
    if (value !== null && value < 0) continue;
    const most = typeof all === "number" ? all : Infinity;
    const high = Math.min(limitOf(part, place, reader), most);
    const rest = `rest of ${part} in ${whole} ${place} ${own} ${all}`;
    note(
      rest,
      { value, small: { low: 1, high }, least: 0, sums: [], isOld: reader.isPast },
      reader,
    );
    const cells = [...cellsAt(part, [place], reader), ...cellsAt(whole, [place], reader)];
    tell([...terms, [rest, 1]], cells, reader);
  }
}

/** A shown number, or the name of an unknown one, with its sign. */
type Term = [term: number | string, sign: number];

function termOf(measure: string, place: string, reader: Reader): number | string {
  const told = reader.told.get(measure)?.get(place) as Told;
  if (typeof told === "number") return told;
  const name = `${measure} ${place} ${told}`;
  if (!reader.unknowns.has(name)) note(name, unknownOf(measure, place, told, reader), reader);
  return name;
}

function unknownOf(measure: string, place: string, told: string, reader: Reader): Unknown {
  const cell = reader.tables.get(measure)?.cells.get(place);
  const isNow = cell?.version === told;
  const least = mayBeZero(measure, place, told, reader) ? 0 : 1;
  const limit = limitOf(measure, place, reader);
  const shown = (other: string) => {
    const told = reader.told.get(other)?.get(place);
    return typeof told === "number" ? [told] : [];
  };
  const parts = reader.partsOf.flatMap(({ part, whole }) => (whole === measure ? shown(part) : []));
  const wholes = reader.partsOf.flatMap((pair) => (pair.part === measure ? shown(pair.whole) : []));
  return {
    value: isNow ? cell.value : null,
    small: { low: Math.max(1, ...parts), high: Math.min(limit, ...wholes) },
    least: isNow ? Math.min(cell.value, least) : least,
    sums: sumsAbove(measure, place, reader).map(({ total, parts }) =>
      cellsAt(measure, [total, ...parts], reader),
    ),
    isOld: reader.isPast,
  };
}

/**
 * Zeros are shown, but for those of parts of a whole, of mended numbers, and of parts of a total
 * that is hidden with all its parts.
 */
function mayBeZero(measure: string, place: string, told: string, reader: Reader): boolean {
  const isMended = reader.firsts.get(measure)?.get(place) !== told;
  if (isMended || reader.partsOf.some(({ part }) => part === measure)) return true;
  const isHidden = (at: string) => typeof reader.told.get(measure)?.get(at) === "string";
  return sumsAbove(measure, place, reader).some(({ total, parts }) =>
    [total, ...parts].every(isHidden),
  );
}

function sumsAbove(measure: string, place: string, reader: Reader): Sum[] {
  return (reader.sums.get(measure)?.(place) ?? []).filter(({ total }) => total !== place);
}

function note(name: string, unknown: Unknown, { unknowns }: Reader): void {
  if (!unknowns.has(name)) unknowns.set(name, unknown);
}

function knownValue(term: number | string, { unknowns }: Reader): number | null {
  return typeof term === "number" ? term : (unknowns.get(term)?.value ?? null);
}

function limitOf(measure: string, place: string, { tables, areas }: Reader): number {
  const limit = tables.get(measure)?.cells.get(place)?.limit;
  return limit ?? largestLimit(place.split("|")[0] ?? "", areas);
}

function cellsAt(measure: string, places: readonly string[], { tables }: Reader): Cell[] {
  return places.flatMap((place) => tables.get(measure)?.cells.get(place) ?? []);
}

/**
 * Writes a statement down once. Where all of its numbers are known here it is put so that they hold
 * it: totals that were rounded for themselves differ a little from their parts, which keeps nobody
 * from adding these up. A total that differs by more is none.
 */
function tell(terms: Term[], cells: Cell[], reader: Reader): void {
  const unknown = terms.filter(([term]) => typeof term === "string") as [string, number][];
  if (unknown.length === 0) return;
  const told = sumOf(terms.filter(([term]) => typeof term === "number") as [number, number][]);
  const values = unknown.map(([term, sign]) => [knownValue(term, reader), sign] as const);
  const isKnown = values.every((value): value is [number, number] => value[0] !== null);
  const right = isKnown ? sumOf(values) : -told;
  if (Math.abs(right + told) > terms.length / 2) return;
  const name = `${unknown.map(([term, sign]) => `${sign} ${term}`).join(" + ")} = ${right}`;
  if (reader.statements.has(name)) return;
  reader.statements.set(name, { terms: unknown, right, isNew: !reader.isPast, cells });
}

function sumOf(values: readonly (readonly [value: number, sign: number])[]): number {
  return values.reduce((sum, [value, sign]) => sum + sign * value, 0);
}
