import { existsSync, readFileSync } from "node:fs";
import { wordKey } from "../../../ingest/parse/key.ts";
import { UsageError } from "../../../lib/exit_codes.ts";
import type { Commune } from "./communes.ts";

/** A part of a ward: its name with its kind, in both languages. */
export interface Neighbourhood {
  name: string;
  name_en: string;
}

/** What the parts of a ward are called. */
export interface PartKind {
  vi: string;
  short_vi: string;
  en: string;
}

const kinds: readonly PartKind[] = [
  { vi: "Tổ dân phố", short_vi: "Tổ", en: "Neighbourhood" },
  { vi: "Khu dân cư", short_vi: "Khu", en: "Residential area" },
  { vi: "Khu phố", short_vi: "Khu", en: "Quarter" },
  { vi: "Thôn", short_vi: "Thôn", en: "Village" },
  { vi: "Bản", short_vi: "Bản", en: "Village" },
  { vi: "Buôn", short_vi: "Buôn", en: "Village" },
  { vi: "Làng", short_vi: "Làng", en: "Village" },
  { vi: "Xóm", short_vi: "Xóm", en: "Hamlet" },
  { vi: "Ấp", short_vi: "Ấp", en: "Hamlet" },
  { vi: "Khóm", short_vi: "Khóm", en: "Quarter" },
  { vi: "Khu", short_vi: "Khu", en: "Quarter" },
];

/** Shorter ways to write a kind, in small letters. */
const shortened: Readonly<Record<string, string>> = {
  tổ: "Tổ dân phố",
  tdp: "Tổ dân phố",
  kdc: "Khu dân cư",
  kp: "Khu phố",
};

/** What parts are called where no name tells: thôn in a commune, tổ dân phố elsewhere. */
export function kindOf({ type }: Commune, parts: readonly Neighbourhood[]): PartKind {
  const named = kinds.find(({ vi }) => parts[0]?.name.startsWith(`${vi} `));
  const usual = type === "commune" ? "Thôn" : "Tổ dân phố";
  return named ?? (kinds.find(({ vi }) => vi === usual) as PartKind);
}

/**
 * The parts that were asked for: so many, numbered, or named in a text file, a name a line.
 * Throws UsageError for what is neither, and for names that are given twice.
 */
export function readNeighbourhoods(asked: string, commune: Commune): Neighbourhood[] {
  if (/^\d{1,3}$/.test(asked) && Number(asked) > 0)
    return numbered(Number(asked), kindOf(commune, []));
  if (/^\d+$/.test(asked) || !existsSync(asked))
    throw new UsageError(
      `cần số tổ từ 1 đến 999 (như 30) hoặc tệp tên, mỗi dòng một tên · expected a number from 1 to 999 such as 30 or a file of names, a name a line; found ${JSON.stringify(asked)}`,
    );
  const lines = readFileSync(asked, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const names = lines.map((line) => line.trim().normalize("NFC")).filter((line) => line !== "");
  if (names.length === 0)
    throw new UsageError(`tệp không có tên nào · the file holds no name: ${asked}`);
  const parts = names.map((name) => ofName(name, kindOf(commune, [])));
  mustDiffer(parts, names, asked);
  return parts;
}

function numbered(count: number, kind: PartKind): Neighbourhood[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${kind.vi} ${index + 1}`,
    name_en: `${kind.en} ${index + 1}`,
  }));
}

/** Thôn Đông is Đông Village and TDP 5 is Tổ dân phố 5; a name without a kind gets the usual one. */
function ofName(text: string, usual: PartKind): Neighbourhood {
  const { kind = usual, own } = splitName(text);
  const { vi, en } = kind;
  const name_en = /^(?:số )?\d+$/i.test(own) ? `${en} ${own.replace(/^số /i, "")}` : `${own} ${en}`;
  return { name: `${vi} ${own}`, name_en };
}

/** The kind that a name begins with, if any, and what follows. */
function splitName(text: string): { kind?: PartKind; own: string } {
  for (const kind of kinds) {
    const short = Object.keys(shortened).filter((word) => shortened[word] === kind.vi);
    const words = [kind.vi, ...short].map((word) => word.replaceAll(" ", "\\s+")).join("|");
    const [, own] = new RegExp(`^(?:${words})(?:[\\s.:]+|(?=\\d))(.+)$`, "iu").exec(text) ?? [];
    if (own !== undefined) return { kind, own };
  }
  return { own: text };
}

/** Of parts by their whole names; what the user is shown is the line as written. */
function mustDiffer(parts: readonly Neighbourhood[], lines: readonly string[], path: string): void {
  const keys = parts.map(({ name }) => wordKey(name));
  const twice = lines.filter((_, index) => keys.indexOf(keys[index] as string) !== index);
  if (twice.length === 0) return;
  throw new UsageError(
    `${path}: tên ghi hai lần · names given twice (compared without marks): ${twice.join(", ")}`,
  );
}
