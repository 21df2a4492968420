import { existsSync } from "node:fs";
import { join } from "node:path";
import { withDatabase } from "../../../../lib/store/database.ts";
import { contradictions, unlike } from "./rules.ts";
import { countsIn, siteTexts, tell } from "./told.ts";
import { type Truth, truths } from "./truth.ts";

/** A built site and the warehouse that it was built from. */
interface Built {
  warehouse: string;
  folder: string;
  edition: "internal" | "public";
}

/** What was read of a site, and all that contradicts itself or the warehouse. */
interface Held {
  pages: number;
  problems: string[];
}

/** Holds every indicator's page of a site, in both languages, to its row of the mart. */
export async function heldToMart(
  { warehouse, folder, edition }: Built,
  isMeant: (truth: Truth) => boolean = () => true,
): Promise<Held> {
  const known = await withDatabase(warehouse, "READ_ONLY", truths);
  const site = siteTexts(folder, edition);
  const shown = known.filter(({ indicator_id }) =>
    existsSync(join(folder, "indicators", `${indicator_id.toLowerCase()}.html`)),
  );
  const problems = shown.filter(isMeant).flatMap((truth) => {
    const [own, other] = [tell(site, truth, "vi"), tell(site, truth, "en")];
    return [...contradictions(own, truth), ...contradictions(other, truth), ...unlike(own, other)];
  });
  const counts = (["vi", "en"] as const).flatMap((language) =>
    miscounted(countsIn(site, language), shown),
  );
  return { pages: 2 * shown.length, problems: [...problems, ...counts] };
}

/** Where the overview does not count each status, what has no number to meet apart from the others. */
function miscounted(counts: Record<string, number>, shown: readonly Truth[]): string[] {
  const own = Map.groupBy(shown, ({ progress }) => progress.status);
  const statuses = [...new Set([...Object.keys(counts), ...own.keys()])];
  return statuses.flatMap((status) => {
    const [told, known] = [counts[status] ?? 0, own.get(status)?.length ?? 0];
    return told === known ? [] : [`overview · ${status}: ${told}, not ${known}`];
  });
}
