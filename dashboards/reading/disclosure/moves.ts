import { type Cell, cellKey, staysBack, type Table } from "./table.ts";
import { type Change, changesOf } from "./tree.ts";

/** A count that a move raises (1) or lowers (-1). */
type SignedCell = readonly [cell: Cell, sign: 1 | -1];

/** A way to change the table without a reader's noticing, with its price in counts newly hidden. */
export interface Move {
  cells: SignedCell[];
  loss: number;
}

/** How far a count must be able to rise and fall. */
interface Room {
  up: number;
  down: number;
}

/** One move that serves both ends of the range if there is one, else one for each; null if none. */
export function movesFor(cell: Cell, table: Table): Move[] | null {
  const { up, down } = roomOf(cell);
  const both = cheapest(cell, table, up, down);
  if (both) return [both];
  const ends = [cheapest(cell, table, up, 0), cheapest(cell, table, 0, down)];
  return ends.every((move) => move !== null) ? (ends as Move[]) : null;
}

function cheapest(cell: Cell, table: Table, up: number, down: number): Move | null {
  let best: Move | null = null;
  for (const move of movesOf(cell, table)) {
    if (best && best.loss <= move.loss) continue;
    if (hasRoom(move, up, down)) best = move;
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
      move.loss += staysBack(cell) ? 0 : lossOf(cell, table);
    }
  }
  return move;
}

/** Hiding what readers know is no use, and they would guess a hidden zero where it must not be one. */
export function canBeHidden(cell: Cell): boolean {
  return !cell.isKnown && (staysBack(cell) || cell.value !== 0 || cell.mayBeZero);
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
