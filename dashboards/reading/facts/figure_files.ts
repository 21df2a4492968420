import type { MartRow } from "../contract/marts.ts";

/** The name of a figure among those of an indicator. */
export function figureKey({ area_id, frequency, period_end }: FigureName): string {
  return `${area_id} ${frequency} ${period_end}`;
}

type FigureName = { area_id: string | null; frequency: string; period_end: string };

/** The files behind each figure, by `figureKey`. */
export function filesByFigure(
  rows: readonly MartRow<"lineage">[],
): ReadonlyMap<string, readonly string[]> {
  const files = [...Map.groupBy(rows, figureKey)].map(
    ([key, own]) => [key, [...new Set(own.map(({ file_name }) => file_name))]] as const,
  );
  return new Map(files);
}
