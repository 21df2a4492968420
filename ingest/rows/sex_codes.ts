import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import type { SheetContext } from "./sheet_context.ts";

type Sex = "male" | "female";

/** What the figures of a column of sexes stand for, by the code; null where that can't be said. */
export type SexCodes = ReadonlyMap<string, Sex | null>;

/** Rows that are asked: conventions show early, lists are long. */
const MOST_ASKED = 5_000;

/** Of the rows that say which it is, as many must say the same. */
const AGREEMENT = 0.9;

/**
 * Reads which sex 0, 1 and 2 stand for from the whole column: citizen numbers decide (their fourth digit).
 * Without any, `0/1` is as the official lists have it (1 is male); `1/2` stays open, for both ways are in use.
 */
export function sexCodes({ match, sheet, table }: SheetContext): SexCodes {
  const { form, columns } = match;
  const ofType = (type: string) =>
    [...columns].flatMap(([id, column]) => (form.columns[id]?.type === type ? column : []));
  const [sexes] = ofType("sex");
  const numbers = ofType("identifier");
  const pairs = table.rows.slice(0, MOST_ASKED).flatMap(({ index }) => {
    const cells = sheet.rows[index] ?? [];
    const code = wordKey(cells[sexes ?? -1]?.text ?? "");
    const said = numbers.map((column) => citizenSex(cells[column] ?? null)).find(Boolean);
    return /^[012]$/.test(code) ? { code, said: said ?? null } : [];
  });
  const codes = [...new Set(pairs.map(({ code }) => code))];
  const known = new Map(codes.map((code) => [code, saidOf(code, pairs)]));
  return new Map(codes.map((code) => [code, known.get(code) ?? byOthers(code, known)]));
}

function saidOf(code: string, pairs: readonly { code: string; said: Sex | null }[]): Sex | null {
  const said = pairs.flatMap((pair) => (pair.code === code && pair.said ? pair.said : []));
  const male = said.filter((sex) => sex === "male").length;
  if (said.length === 0) return null;
  if (male >= said.length * AGREEMENT) return "male";
  return male <= said.length * (1 - AGREEMENT) ? "female" : null;
}

/** A code that no number speaks of: the other of a known one, or by the convention of 0 and 1. */
function byOthers(code: string, known: ReadonlyMap<string, Sex | null>): Sex | null {
  const others = [...known].filter(([each, sex]) => each !== code && sex !== null);
  const [other] = others;
  if (other && known.size === 2) return other[1] === "male" ? "female" : "male";
  if (known.has("2") || other) return null;
  return code === "0" ? "female" : "male";
}

function citizenSex(cell: Cell | null): Sex | null {
  const digits = (cell?.type === "number" ? String(cell.number) : (cell?.text ?? "")).trim();
  const century = /^\d{3}(\d)\d{8}$/.exec(digits.length === 11 ? `0${digits}` : digits)?.[1];
  if (century === undefined || Number(century) > 3) return null;
  return Number(century) % 2 === 0 ? "male" : "female";
}
