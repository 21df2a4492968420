import { placesOf } from "./lines.ts";
import type { Memory } from "./memory.ts";
import { freedomOf } from "./moves.ts";
import { type Cell, cellKey, keepPossible, type Table, tableOf } from "./table.ts";

/**
 * Guards what earlier publications hid. What was hidden stays as free as it was, or else a new sum
 * would give an old count away. Of each sum whose hidden counts are not what they were, a mended
 * number is hidden as well: from the sum then and now readers could work out what was mended.
 */
export function guardEarlier(table: Table, memory: Memory): void {
  const published = memory.published[table.measure] ?? {};
  const before = ({ area, period }: Cell) => published[cellKey(area, period)];
  keepFreedom(table);
  for (const [name, line] of linesOf(table)) {
    const hidden = line.filter(([cell]) => isHidden(cell));
    const rest = hidden.length > 0 ? sumsOf(line, before) : null;
    if (!rest) continue;
    for (const [cell, sign] of hidden) bound(cell, sign, rest.earlier);
    if (Math.abs(rest.now - rest.earlier) < 1e-9) continue;
    table.mended.add(name);
    hideMended(line, before);
  }
}

/** A total with its parts, each with its sign in the sum that is zero: parts 1, the total -1. */
type Line = (readonly [cell: Cell, sign: 1 | -1])[];

type Before = (cell: Cell) => number | undefined;

function isHidden({ hiddenSince }: Cell): boolean {
  return hiddenSince !== null;
}

/** Asks for every hidden count that it can rise and fall as far as it could before this publication. */
function keepFreedom(table: Table): void {
  const old = [...table.cells].filter(([, cell]) => isHidden(cell) || cell.wasPublished);
  const wardOf = (area: string) => table.areas.parents.get(area) ?? null;
  const before = tableOf(table.measure, table.publication, new Map(old), wardOf);
  for (const [, cell] of old.filter(([, cell]) => isHidden(cell))) {
    const { up, down } = freedomOf(cell, before);
    const most = Math.max(0, cell.limit - 1);
    keepPossible(cell, cell.value - Math.min(down, most), cell.value + Math.min(up, most));
  }
}

function keepWide(cell: Cell): void {
  keepPossible(cell, cell.value - cell.limit + 1, cell.value + cell.limit - 1);
}

/** What the hidden members add up to, at the last publication and now; null where readers cannot know. */
function sumsOf(line: Line, before: Before): { earlier: number; now: number } | null {
  const visible = line.filter(([cell]) => !isHidden(cell));
  if (visible.some(([cell]) => before(cell) === undefined)) return null;
  return {
    earlier: -visible.reduce((sum, [cell, sign]) => sum + sign * (before(cell) ?? 0), 0),
    now: -visible.reduce((sum, [cell, sign]) => sum + sign * cell.value, 0),
  };
}

/** A part rather than the total, since readers miss a part less. */
function hideMended(line: Line, before: Before): void {
  const mended = line.filter(([cell]) => !isHidden(cell) && before(cell) !== cell.value);
  const [cell] = mended.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (cell && !cell.isKnown) keepWide(cell);
}

/** Parts of a known sum are none of them larger than the sum. */
function bound(cell: Cell, sign: 1 | -1, sum: number): void {
  if (sign === 1 && sum >= cell.value) cell.most = Math.min(cell.most, sum);
}

function linesOf(table: Table): [name: string, line: Line][] {
  const lines = new Map<string, Line>();
  for (const cell of table.cells.values()) {
    for (const { line, sign } of placesOf(cell, table)) {
      lines.set(line, [...(lines.get(line) ?? []), [cell, sign]]);
    }
  }
  return [...lines].filter(([, line]) => line.some(([, sign]) => sign === -1));
}
