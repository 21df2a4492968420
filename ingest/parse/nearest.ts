import { editDistance } from "./edit_distance.ts";
import { wordKey } from "./key.ts";

/** The candidate that differs from a text in the fewest letters, blind to accents and case. */
export function nearestText(text: string, candidates: readonly string[]): string {
  const key = wordKey(text);
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(key, wordKey(candidate)) }))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? "";
}
