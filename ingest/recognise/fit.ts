import type { EditionWords } from "./form_catalogue.ts";
import type { HeaderBlock, HeaderCell } from "./header.ts";

/** Points for how well a header fits: whole, lowest level, levels in order, before a gloss or an addition. */
const FIT = { whole: 5, leaf: 4, levels: 4, glossed: 3, added: 2 };

/** Words after a header that do not narrow it: `Số vụ xảy ra trong tháng`, but not `Dân số nam`. */
const ADDITION =
  /^(?: (?:trong (?:ky|thang|quy|nam)|bao cao|nguoi|vu|can|ho|doi tuong|ha|(?:tinh )?den (?:ngay )?[\d ]+))+$/;

/** A column of a form and the headers that fit it alike. */
export interface AmbiguousColumn {
  id: string;
  cells: HeaderCell[];
}

/**
 * Gives each header to at most one column of a form, the best fits first, then from the left.
 * Returns column id → 0-based column, the points of the fits, and the columns that a header left over
 * fits as well as the one that was taken.
 */
export function assignColumns(
  { columns: declared }: EditionWords,
  { cells }: HeaderBlock,
): { columns: Map<string, number>; points: number; ambiguous: AmbiguousColumn[] } {
  const pairs = cells.flatMap((cell) =>
    declared.map(({ id, synonyms }, order) => ({ cell, id, order, fit: fitOf(cell, synonyms) })),
  );
  const ordered = pairs
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.cell.column - b.cell.column || a.order - b.order);
  const columns = new Map<string, number>();
  const fits = new Map<string, { fit: number; cells: HeaderCell[] }>();
  const taken = new Set<number>();
  let points = 0;
  for (const { cell, id, fit } of ordered) {
    if (columns.has(id) || taken.has(cell.column)) continue;
    columns.set(id, cell.column);
    fits.set(id, { fit, cells: [cell] });
    taken.add(cell.column);
    points += fit;
  }
  for (const { cell, id, fit } of ordered)
    if (!taken.has(cell.column) && fits.get(id)?.fit === fit) fits.get(id)?.cells.push(cell);
  const ambiguous = [...fits].flatMap(([id, { cells }]) => (cells.length > 1 ? { id, cells } : []));
  return { columns, points, ambiguous };
}

function fitOf(cell: HeaderCell, synonyms: string[][]): number {
  return Math.max(0, ...synonyms.map((synonym) => synonymFit(cell, synonym)));
}

function synonymFit({ key, keys, plain }: HeaderCell, synonym: string[]): number {
  const whole = synonym.join(" ");
  if (key === whole) return FIT.whole;
  if (keys.at(-1) === whole) return FIT.leaf;
  if (synonym.length > 1 && inOrder(keys, synonym)) return FIT.levels;
  if (plain === whole) return FIT.glossed;
  if (key.startsWith(`${whole} `) && ADDITION.test(key.slice(whole.length))) return FIT.added;
  return 0;
}

/** The synonym's levels follow each other in the header, the lowest being the lowest. */
function inOrder(keys: string[], synonym: string[]): boolean {
  if (keys.at(-1) !== synonym.at(-1)) return false;
  let from = 0;
  return synonym.every((level) => {
    const found = keys.findIndex((key, index) => index >= from && key.startsWith(level));
    from = found + 1;
    return found >= 0;
  });
}
