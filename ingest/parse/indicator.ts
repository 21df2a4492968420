import { editDistance } from "./edit_distance.ts";
import { wordKey } from "./key.ts";

/** An indicator as figures may name it. */
export interface KnownIndicator {
  indicator_id: string;
  title_vi: string;
  title_en: string;
  /** The machine unit, and as it is written. */
  unit?: string;
  unit_vi?: string;
}

/** A function that gives the code that a text names: by its letters, blind to case, or by the indicator's title. */
export function indicatorReader(
  indicators: readonly KnownIndicator[],
): (text: string) => string | null {
  const codes = new Map(indicators.map((one) => [letters(one.indicator_id), one.indicator_id]));
  const titles = new Map(indicators.map((one) => [wordKey(one.title_vi), one.indicator_id]));
  const isTwofold = titles.size < indicators.length;
  return (text) =>
    codes.get(letters(text)) ?? (isTwofold ? null : (titles.get(wordKey(text)) ?? null));
}

/** The indicators whose code or title comes nearest to a text, best first. */
export function nearestIndicators(
  indicators: readonly KnownIndicator[],
  text: string,
  most = 3,
): KnownIndicator[] {
  const distance = ({ indicator_id, title_vi }: KnownIndicator) =>
    Math.min(
      editDistance(letters(text), letters(indicator_id)),
      editDistance(wordKey(text), wordKey(title_vi)),
    );
  return indicators
    .map((indicator) => ({ indicator, distance: distance(indicator) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ indicator }) => indicator);
}

function letters(text: string): string {
  return wordKey(text).replace(/ /g, "");
}
