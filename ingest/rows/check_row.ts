import type { Form, FormCheck } from "../form.ts";
import { type Problem, type ProblemPlace, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";

/** Figures as printed are rounded: ratios may differ by a tenth of a percent, sums by half a unit. */
const TOLERANCE = { sum: 0.5, ratio: 0.1 };

/** A broken identity: the rule, the figure that is wrong by it, and what it should be. */
interface Breach {
  rule: RuleId;
  whole: string;
  parts: string[];
  joint: string;
  value: number;
}

type Values = ReadonlyMap<string, number>;

/** How each kind of identity is checked; null when it holds or a figure of it is missing. */
const checkers: {
  [Rule in FormCheck<string>["rule"]]: (check: never, values: Values) => Breach | null;
} = {
  sum: ({ total, parts }: Extract<FormCheck<string>, { rule: "sum" }>, values) => {
    const value = sumOf(parts, values);
    return differs(values.get(total), value, TOLERANCE.sum, (a, b) => a !== b)
      ? { rule: "sum_differs", whole: total, parts: [...parts], joint: " + ", value }
      : null;
  },
  at_most: ({ measure, limit }: Extract<FormCheck<string>, { rule: "at_most" }>, values) => {
    const value = values.get(limit) ?? Number.NaN;
    return differs(values.get(measure), value, 0, (a, b) => a > b)
      ? { rule: "limit_exceeded", whole: measure, parts: [limit], joint: "", value }
      : null;
  },
  subset: ({ of, parts }: Extract<FormCheck<string>, { rule: "subset" }>, values) => {
    const value = values.get(of) ?? Number.NaN;
    return differs(sumOf(parts, values), value, 0, (a, b) => a > b)
      ? { rule: "subset_exceeds", whole: of, parts: [...parts], joint: " + ", value }
      : null;
  },
  // figures that break it are asked about and don't land
  same_sign: () => null,
  ratio: (check: Extract<FormCheck<string>, { rule: "ratio" }>, values) => {
    const { ratio, numerator, denominator } = check;
    const value = (sumOf([numerator], values) / sumOf([denominator], values)) * 100;
    const parts = [numerator, denominator];
    return differs(values.get(ratio), value, TOLERANCE.ratio, (a, b) => a !== b)
      ? { rule: "ratio_differs", whole: ratio, parts, joint: " ÷ ", value }
      : null;
  },
};

/** Warnings for the identities that a row of figures breaks; `placeOf` gives the place of a column. */
export function checkRow(
  { checks = [], columns }: Form,
  values: Values,
  placeOf: (id: string) => ProblemPlace,
): Problem[] {
  const header = (id: string) => columns[id]?.headers[0] ?? id;
  return checks.flatMap((check) => {
    const breach = checkers[check.rule](check as never, values);
    if (!breach) return [];
    const { rule, whole, parts, joint, value } = breach;
    const found = values.get(rule === "subset_exceeds" ? (parts[0] ?? whole) : whole);
    return problem(rule, placeOf(whole), found === undefined ? null : String(found), {
      whole: header(whole),
      parts: parts.map(header).join(joint),
      value: String(Math.round(value * 100) / 100),
    });
  });
}

/** The sum of parts that are all there, else not a number. */
function sumOf(parts: readonly string[], values: Values): number {
  return parts.reduce((sum, part) => sum + (values.get(part) ?? Number.NaN), 0);
}

function differs(
  found: number | undefined,
  expected: number,
  tolerance: number,
  breaks: (found: number, expected: number) => boolean,
): boolean {
  if (found === undefined || !Number.isFinite(found) || !Number.isFinite(expected)) return false;
  return breaks(found, expected) && Math.abs(found - expected) > tolerance;
}
