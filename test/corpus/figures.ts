import type { FileOutcome } from "../../ingest/file/file_outcome.ts";
import { expectations, figureKey, isSameFigure } from "./corpus.ts";

/** Categories that the expectations do not name: projects, groups of insured people. */
const UNNAMED = ["housing_clearance", "health_insurance_summary"];

/** What landed of a file: how many of its figures are right, and those that nobody expects. */
export function judgedFigures(name: string, { rows }: FileOutcome) {
  const { form, expected = [], may_ask = [] } = expectations[name] ?? {};
  const known = new Map([...expected, ...may_ask].map((each) => [figureKey(each), each[4]]));
  const wanted = new Set(expected.map(figureKey));
  const isNamed = expected.some(([, category]) => category !== null);
  const landed = (rows.observations ?? []).map((each) => {
    const category = form === "housing_clearance" && !isNamed ? null : each.category;
    const key = figureKey([each.measure, category, each.area_id, each.period_end]);
    return { ...each, category, key };
  });
  const strange = landed.filter(({ key, value, category }) => {
    const stated = known.get(key);
    if (stated !== undefined) return !isSameFigure(stated, value) && !isProject(form, landed, key);
    return value !== 0 && !(category !== null && UNNAMED.includes(form ?? ""));
  });
  const right = landed.filter(
    ({ key, value }) => wanted.has(key) && isSameFigure(known.get(key) ?? Number.NaN, value),
  );
  return { strange, right: new Set(right.map(({ key }) => key)).size };
}

/** Of projects that share a key one is the total of the others. */
function isProject(
  form: string | null | undefined,
  landed: readonly { key: string }[],
  key: string,
): boolean {
  return form === "housing_clearance" && landed.filter((each) => each.key === key).length > 1;
}
