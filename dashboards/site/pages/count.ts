import { formatNumber } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";

/** A whole number in the page's language: 1.234 · 1,234. */
export function count(value: number, text: Texts): string {
  return formatNumber(value, 0, text.language);
}
