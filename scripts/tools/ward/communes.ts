import { join } from "node:path";
import { editDistance } from "../../../ingest/parse/edit_distance.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import { UsageError } from "../../../lib/exit_codes.ts";
import { readCsvTable } from "./text_tables.ts";

/** A commune of the official list. */
export interface Commune {
  code: string;
  /** With its kind: Phường An Biên. */
  name: string;
  short_name: string;
  type: "ward" | "commune" | "special_zone";
  /** With its kind: Tỉnh Quảng Ngãi. */
  province: string;
  valid_from: string;
}

/** The communes of the country, in the order of their codes. */
export function readCommunes(root: string): Commune[] {
  return readCsvTable(join(root, "data", "communes.csv")).rows as unknown as Commune[];
}

/** The commune with this code or this name, which must be the only one. Throws UsageError with the nearest. */
export function findCommune(communes: readonly Commune[], wanted: string): Commune {
  const found = communes.filter((commune) => isMeant(commune, wanted.trim()));
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) throw new UsageError(severalOf(found, wanted));
  throw new UsageError(
    `không có xã, phường, đặc khu này; gần nhất · no such commune; nearest: ${nearest(communes, wanted).map(described).join("; ")}: ${wanted}`,
  );
}

/** With its marks a name means less: Phú Lương is not Phú Lưỡng. Without any, all that sound alike are meant. */
function isMeant({ code, name, short_name, province }: Commune, wanted: string): boolean {
  if (wanted === code) return true;
  const hasMarks = wanted.normalize("NFD") !== wanted.normalize("NFC") || /đ/i.test(wanted);
  const key = (text: string) => (hasMarks ? text.toLowerCase().normalize("NFC") : wordKey(text));
  return [name, short_name, `${name}, ${province}`].some((one) => key(one) === key(wanted));
}

function severalOf(found: readonly Commune[], wanted: string): string {
  const shown = found.slice(0, 12).map(described).join("; ");
  return `nhiều nơi cùng tên, hãy dùng mã · several of this name, use the code: ${shown}: ${wanted}`;
}

function described({ code, name, province }: Commune): string {
  return `${code} ${name}, ${province}`;
}

function nearest(communes: readonly Commune[], wanted: string): Commune[] {
  const isCode = /^\d+$/.test(wanted.trim());
  const key = wordKey(wanted);
  const far = ({ code, name, short_name }: Commune) =>
    isCode
      ? Math.abs(Number(code) - Number(wanted))
      : Math.min(editDistance(key, wordKey(name)), editDistance(key, wordKey(short_name)));
  return communes
    .map((commune) => ({ commune, far: far(commune) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 5)
    .map(({ commune }) => commune);
}
