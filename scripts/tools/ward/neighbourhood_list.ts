import { existsSync, readFileSync } from "node:fs";
import { UsageError } from "../../../lib/exit_codes.ts";
import { type Commune, plainName } from "./communes.ts";

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
];

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
  if (/^\d{1,3}$/.test(asked)) return numbered(Number(asked), kindOf(commune, []));
  if (!existsSync(asked))
    throw new UsageError(
      `cần số tổ (như 30) hoặc tệp tên, mỗi dòng một tên · expected a number such as 30 or a file of names, a name a line; found ${JSON.stringify(asked)}`,
    );
  const lines = readFileSync(asked, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const names = lines.map((line) => line.trim().normalize("NFC")).filter((line) => line !== "");
  mustDiffer(names, asked);
  return names.map((name) => ofName(name, kindOf(commune, [])));
}

function numbered(count: number, kind: PartKind): Neighbourhood[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${kind.vi} ${index + 1}`,
    name_en: `${kind.en} ${index + 1}`,
  }));
}

/** Thôn Đông is Đông Village; a name without a kind gets the usual one. */
function ofName(text: string, usual: PartKind): Neighbourhood {
  const kind = kinds.find(({ vi }) => text.toLowerCase().startsWith(`${vi.toLowerCase()} `));
  const own = kind ? text.slice(kind.vi.length + 1) : text;
  const { vi, en } = kind ?? usual;
  const name_en = /^(?:số )?\d+$/i.test(own) ? `${en} ${own.replace(/^số /i, "")}` : `${own} ${en}`;
  return { name: `${vi} ${own}`, name_en };
}

function mustDiffer(names: readonly string[], path: string): void {
  const keys = names.map(plainName);
  const twice = names.filter((_, index) => keys.indexOf(keys[index] as string) !== index);
  if (twice.length === 0) return;
  throw new UsageError(
    `${path}: tên ghi hai lần · names given twice (compared without marks): ${twice.join(", ")}`,
  );
}
