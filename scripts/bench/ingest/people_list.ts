import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { healthInsuranceMembers } from "../../sample/files/health_insurance_members.ts";
import type { Sheet } from "../../sample/sheet.ts";
import { writeXlsx } from "../../sample/write/xlsx.ts";

const SEED = 2026;

/** Writes the sample's list of so many invented people, 14 columns, as one .xlsx; returns its path. */
export function writePeopleList(folder: string, people: number): string {
  const path = join(folder, "danh_sach_bhyt.xlsx");
  writeFileSync(path, writeXlsx([peopleList(people)]));
  return path;
}

/** The sample's lists of people, put together into one sheet. */
export function peopleList(people: number): Sheet {
  const sheets = Array.from(
    healthInsuranceMembers(SEED, people),
    ({ sheets }) => sheets[0] as Sheet,
  );
  const [first] = sheets as [Sheet];
  const isEntry = ({ style }: Sheet["rows"][number]) => style === "entry";
  const top = first.rows.findIndex(isEntry);
  const entries = sheets.flatMap(({ rows }) => rows.filter(isEntry));
  const rows = [
    ...first.rows.slice(0, top),
    ...entries.map((row, index) => ({ ...row, cells: [index + 1, ...row.cells.slice(1)] })),
    ...first.rows.slice(first.rows.findLastIndex(isEntry) + 1),
  ];
  return { ...first, rows, merges: first.merges.filter(({ bottom }) => bottom < top) };
}
