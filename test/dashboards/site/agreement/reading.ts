import { en, vi } from "../../texts.ts";
import { numberIn, type Told } from "./told.ts";
import type { Truth } from "./truth.ts";

/** What is wrong, in words; empty where nothing is. */
export type Rule = (told: Told, truth: Truth) => string[];

export function texts({ language }: Told) {
  return language === "vi" ? vi : en;
}

/** The edition hides a figure of the series. */
export function isHidden(told: Told): boolean {
  return told.csv.some((row) => row["is_hidden"] === "true" && row["area_id"] === ward(told));
}

function ward({ csv }: Told): string {
  return csv[0]?.["area_id"] ?? "";
}

export function observed(told: Told): Record<string, string>[] {
  return told.csv.filter((row) => row["series"] === "observed" && row["area_id"] === ward(told));
}

export function fact({ facts }: Told, name: string): string | null {
  const found = [...facts].find(([own]) => own.startsWith(name.trim()));
  return found ? found[1] : null;
}

export function labelled({ charts }: Told, words: string): string[] {
  return charts.flatMap(({ labels }) =>
    labels
      .filter((label) => label.startsWith(words.trim()))
      .map((label) => label.slice(words.trim().length)),
  );
}

export function near(
  place: string,
  words: string,
  told: Told,
  value: number | null,
  truth: Truth,
): string[] {
  const shown = numberIn(words, told.language);
  if (value === null) return shown === null ? [] : [`${place}: ${words}, the mart has none`];
  const slack = 0.5 * 10 ** -truth.decimals + 1e-9;
  return check(
    shown !== null && Math.abs(shown - value) <= slack,
    `${place}: ${words}, not ${value}`,
  );
}

/** The same number as far as it is written out; none where there is none. */
export function sameNumber(
  place: string,
  words: string | null | undefined,
  value: number | undefined,
  told: Told,
): string[] {
  if (value === undefined) return words == null ? [] : [`${place}: ${words}, of nothing`];
  const shown = words == null ? null : numberIn(words, told.language);
  const decimals = (/[.,](\d+)\D*$/.exec(words ?? "")?.[1] ?? "").length;
  const slack = decimals > 2 ? 0.5 : 0.5 * 10 ** -Math.max(decimals, 0);
  return check(
    shown !== null && Math.abs(shown - value) <= slack + 1e-9,
    `${place}: ${words}, not ${value}`,
  );
}

export function isClose(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(1, Math.abs(b));
}

export function check(isKept: boolean, problem: string): string[] {
  return isKept ? [] : [problem];
}

export function differ(place: string, found: unknown, expected: unknown): string[] {
  return check(Object.is(found, expected), `${place}: ${found}, not ${expected}`);
}
