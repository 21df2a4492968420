import type { Period } from "./period_dates.ts";
import { type Role, SHAPES } from "./period_shapes.ts";

/** One place of a text that names a time. */
export interface Mention {
  role: Role;
  /** What it may be, given a year where none is written. */
  options: (year?: number) => Period[];
  at: number;
}

/** All that a text (a period key) names, and whether it says tháng or quý where nothing could be read. */
export interface Mentions {
  found: Mention[];
  is_unread: boolean;
  /** An unread tháng or quý with a number. */
  is_misread: boolean;
  /** Something that has added up since another day: `lũy kế`, `đến hết tháng 10`. */
  is_accumulated: boolean;
}

/** Finds the times that a text names, the most exact first; a place is read once. */
export function mentionsOf(key: string): Mentions {
  const found: Mention[] = [];
  let rest = key;
  let isMisread = false;
  for (const { role, pattern, read } of SHAPES)
    rest = rest.replace(pattern, (whole: string, ...args: unknown[]) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      const at = Number(args.find((arg) => typeof arg === "number"));
      const options = (year?: number) => read(groups ?? {}, year);
      if (role !== "unsure" && options(2000).length === 0) isMisread = true;
      else found.push({ role, options, at });
      return "#".repeat(whole.length);
    });
  const unread = rest.match(UNREAD) ?? [];
  return {
    found: found.sort((a, b) => a.at - b.at),
    is_unread: unread.length > 0 || isMisread,
    is_accumulated: ADDED_UP.test(rest),
    is_misread: isMisread || unread.some((text) => /[\div]$/.test(text)),
  };
}

const UNREAD = /\b(?:thang|qu[yi]) ?(?:\d+|[ivx]+\b)?|\b\d+ thang\b/g;
const ADDED_UP = /\b(?:luy ke|cong don)\b|\b(?:(?:den|toi)(?: het| cuoi)?|het) ?#/;
