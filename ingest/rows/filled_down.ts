import { wordKey } from "../parse/key.ts";
import type { SheetContext } from "./sheet_context.ts";

/** A row whose area is named, with the rows below that name none. */
interface Block {
  area: string;
  rows: number[];
  categories: string[];
}

/**
 * The areas of rows whose own cell lost its merge (csv): row → text of the filled cell above. Only where the
 * table is made of such blocks alone, each with the same categories once; else nothing is filled in.
 */
export function filledDown(
  { match: { form, columns }, table }: SheetContext,
  texts: (row: number, id: string | undefined) => string,
): ReadonlyMap<number, string> {
  const { area, category } = form.keys;
  const isOfBlocks = columns.has(area?.column ?? "") && columns.has(category?.column ?? "");
  const blocks: Block[] = [];
  for (const { index, is_total } of isOfBlocks ? table.rows : []) {
    if (is_total) continue;
    const named = texts(index, area?.column);
    if (named !== "") blocks.push({ area: named, rows: [], categories: [] });
    blocks.at(-1)?.rows.push(index);
    blocks.at(-1)?.categories.push(wordKey(texts(index, category?.column)));
  }
  if (!isRegular(blocks)) return new Map();
  return new Map(blocks.flatMap(({ area: named, rows }) => rows.map((row) => [row, named])));
}

function isRegular(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  if (!first || blocks.length < 2 || new Set(first.categories).size < 2) return false;
  const keys = blocks.map(({ categories }) => JSON.stringify([...categories].sort()));
  const isOnce = new Set(first.categories).size === first.categories.length;
  return isOnce && !first.categories.includes("") && new Set(keys).size === 1;
}
