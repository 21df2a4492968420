import type { SignedCell } from "./earlier.ts";
import { type Cell, cellKey, type Table } from "./table.ts";
import { type Change, changesOf } from "./tree.ts";

/** A way to change the table without a reader's noticing, with its price in counts newly hidden. */
export interface Move {
  cells: SignedCell[];
  loss: number;
}

/** What a move must keep besides the table's own sums. */
export type Rule = (cells: readonly SignedCell[], table: Table) => boolean;

/** How far a count must be able to rise and fall. */
export interface Room {
  up: number;
  down: number;
}

/** One move that serves both ends of the range if there is one, else one for each; null if none. */
export function movesFor(
  cell: Cell,
  table: Table,
  rule: Rule,
  { up, down }: Room = roomOf(cell),
): Move[] | null {
  const both = cheapest(cell, table, rule, up, down);
  if (both) return [both];
  const ends = [cheapest(cell, table, rule, up, 0), cheapest(cell, table, rule, 0, down)];
  return ends.every((move) => move !== null) ? (ends as Move[]) : null;
}

function cheapest(cell: Cell, table: Table, rule: Rule, up: number, down: number): Move | null {
  let best: Move | null = null;
  for (const move of movesOf(cell, table)) {
    if (best && best.loss <= move.loss) continue;
    if (hasRoom(move, up, down) && rule(move.cells, table)) best = move;
  }
  return best;
}

function* movesOf(cell: Cell, table: Table): Generator<Move> {
  for (const areas of changesOf(table.areas, cell.area)) {
    for (const periods of changesOf(table.periods, cell.period)) {
      const move = moveOf(areas, periods, table);
      if (move) yield move;
    }
  }
}

/** The product of two changes, null where it touches a count that cannot be hidden. */
function moveOf(areas: Change, periods: Change, table: Table): Move | null {
  const move: Move = { cells: [], loss: 0 };
  for (const [area, areaSign] of areas) {
    for (const [period, periodSign] of periods) {
      const cell = table.cells.get(cellKey(area, period));
      const isTotal = table.areas.totals.has(area) || table.periods.totals.has(period);
      if (!cell && isTotal) continue;
      if (!cell || !canBeHidden(cell)) return null;
      move.cells.push([cell, (areaSign * periodSign) as 1 | -1]);
      move.loss += cell.hiddenSince === null ? lossOf(cell, table) : 0;
    }
  }
  return move;
}

/** Readers would guess a hidden zero; a part of a percentage may be one. */
function canBeHidden({ isKnown, hiddenSince, value, most }: Cell): boolean {
  return !isKnown && (hiddenSince !== null || value !== 0 || most !== Infinity);
}

function hasRoom({ cells }: Move, up: number, down: number): boolean {
  return roomsOf(cells).every((room) => room.up >= up && room.down >= down);
}

/** How far each count of a move lets the move go, up and down. */
function roomsOf(cells: readonly SignedCell[]): Room[] {
  return cells.map(([{ value, least, most }, sign]) => {
    const [rise, fall] = [most - value, value - least];
    return sign === 1 ? { up: rise, down: fall } : { up: fall, down: rise };
  });
}

/** Hiding a total costs readers more than hiding a part; of two parts the smaller goes. */
export function lossOf({ area, period, value }: Cell, { areas, periods }: Table): number {
  const weight = (areas.totals.has(area) ? 40 : 1) * (periods.totals.has(period) ? 4 : 1);
  return weight + 1 - 1 / (1 + value);
}

/** The room that a count needs within its own bounds. */
export function roomOf({ value, needed, least, most }: Cell): Room {
  const { low, high } = needed ?? { low: value, high: value };
  return {
    up: Math.max(0, Math.min(high, most) - value),
    down: Math.max(0, value - Math.max(low, least)),
  };
}

/** How far a count can rise and fall by moves of what is hidden already. */
export function freedomOf(cell: Cell, table: Table): Room {
  const free = [...movesOf(cell, table)].filter(({ loss }) => loss === 0);
  const rooms = free.map(({ cells }) => roomsOf(cells));
  const furthest = (end: "up" | "down") =>
    Math.max(0, ...rooms.map((move) => Math.min(...move.map((room) => room[end]))));
  return { up: furthest("up"), down: furthest("down") };
}
