import { readFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";

/** A row of cases.csv: a series, its target, and what a leader needs to be told, decided by hand. */
export interface Case {
  case: string;
  target_type: string;
  direction: string;
  /** `lower..upper`, either may be missing. */
  bounds: string;
  decimals: number;
  kind: string;
  annual: string;
  as_of: string;
  /** `operator value due|yearly [valid_from [valid_to]]`, joined by semicolons; `-` is no number yet. */
  targets: string;
  /**
   * `period=value` or `period=numerator/denominator`; a period is 2026, 2026Q2 or 2026-05. Months may be drawn:
   * `2025-01..2026-12=60>70~0.3!01:-5` goes from 60 to 70, wavers by 0.3 and lies 5 lower each January.
   */
  series: string;
  /** The day of a declared break of definition, or nothing. */
  breaks: string;
  status: string;
  reason_code: string;
  why: string;
}

/** The golden table. */
export function goldenCases(): Case[] {
  const text = readFileSync(join(import.meta.dirname, "cases.csv"), "utf8");
  const { data, errors } = papaparse.parse<Case>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`cases.csv: ${errors[0].message} in row ${errors[0].row}`);
  return data.map((row) => ({ ...row, decimals: Number(row.decimals), series: spelledOut(row) }));
}

/** The series with each drawn stretch as its months. */
function spelledOut({ series, decimals }: Case): string {
  const digits = Number(decimals) === 0 ? 0 : 3;
  const tokens = series.split(/\s+/).filter(Boolean);
  return tokens
    .flatMap((token) => (token.includes("..") ? monthsOf(token, digits) : [token]))
    .join(" ");
}

const wavering = [0, 1, -1, 1, -1];

function monthsOf(token: string, digits: number): string[] {
  const [, from = "", to = "", drawn = ""] = /^(\S+?)\.\.(\S+?)=(\S+)$/.exec(token) ?? [];
  const [line = "", ...seasons] = drawn.split("!");
  const [ends = "", width = "0"] = line.split("~");
  const [first = 0, last = first] = ends.split(">").map(Number);
  const byMonth = new Map(seasons.map((text) => [text.slice(0, 2), Number(text.slice(3))]));
  const start = indexOf(from);
  const count = indexOf(to) - start;
  return Array.from({ length: count + 1 }, (_, step) => {
    const month = String(((start + step) % 12) + 1).padStart(2, "0");
    const level = first + ((last - first) * step) / (count || 1);
    const value = level + Number(width) * (wavering[step % 5] ?? 0) + (byMonth.get(month) ?? 0);
    return `${Math.floor((start + step) / 12)}-${month}=${+value.toFixed(digits)}`;
  });
}

/** Months since year 0. */
function indexOf(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;
}

/** The same case in thousandths of its unit: 95.6 becomes 95,600. */
export function inThousandths(golden: Case): Case {
  const times = (text: string) => (text === "" || text === "-" ? text : String(+text * 1000));
  return {
    ...golden,
    decimals: golden.decimals - 3,
    bounds: golden.bounds.split("..").map(times).join(".."),
    targets: mapTargets(golden, (operator, value) => [operator, times(value)]),
    series: golden.series
      .replace(/=([\d.]+)(?=\s|$)/g, (_, value) => `=${times(value)}`)
      .replace(/=(\d+)\//g, (_, part) => `=${times(part)}/`),
  };
}

/**
 * Whether a percentage can be told from its other side: 5% not covered for 95% covered. What a year fills step by
 * step has none, for its rest would have to hold all year.
 */
export function hasComplement({ bounds, direction, targets, target_type }: Case): boolean {
  const isFilled = target_type === "fulfil_every_year";
  return bounds === "0..100" && direction !== "keep" && !targets.includes("gt") && !isFilled;
}

/** The same case told from the other side, where less is better. */
export function complementOf(golden: Case): Case {
  const rest = (text: string) => (text === "-" ? text : String(100 - +text));
  const other: Record<string, string> = { ge: "le", le: "ge", eq: "eq" };
  return {
    ...golden,
    direction: golden.direction === "up" ? "down" : "up",
    targets: mapTargets(golden, (operator, value) => [other[operator] ?? operator, rest(value)]),
    series: golden.series
      .replace(/=([\d.]+)(?=\s|$)/g, (_, value) => `=${rest(value)}`)
      .replace(/=(\d+)\/(\d+)/g, (_, part, whole) => `=${whole - part}/${whole}`),
  };
}

function mapTargets(
  { targets }: Case,
  change: (operator: string, value: string) => [string, string],
): string {
  return targets
    .split(";")
    .map((target) => target.trim())
    .filter(Boolean)
    .map((target) => {
      const [operator = "", value = "", ...rest] = target.split(/\s+/);
      return [...change(operator, value), ...rest].join(" ");
    })
    .join("; ");
}
