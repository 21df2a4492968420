import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LandedType } from "../parse/landed_type.ts";
import type { Landing } from "./land.ts";
import { type LandedRow, landedColumns } from "./landed.ts";

/** What reports said when they were made, read from their records: `<home>/reports/records/*.json`. */
interface ReportRows {
  report_figures: LandedRow<"report_figures">[];
  report_observations: LandedRow<"report_observations">[];
}

/** Lands the records of the reports made so far. Resolves to whether any is new or gone. */
export async function landReports(landing: Landing, home: string): Promise<boolean> {
  const { report_figures, report_observations } = readReports(join(home, "reports", "records"));
  const figures = await landing.landWhole("report_figures", report_figures);
  const observations = await landing.landWhole("report_observations", report_observations);
  return figures || observations;
}

/** The rows of every record, in the order in which the reports were made. */
function readReports(folder: string): ReportRows {
  const rows: ReportRows = { report_figures: [], report_observations: [] };
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names.filter((each) => each.endsWith(".json"))) {
    const { report, figures, observations } = readRecord(join(folder, name));
    const sequence = { sequence: (report as { sequence?: unknown }).sequence };
    for (const figure of figures)
      rows.report_figures.push(rowOf("report_figures", { ...report, ...figure }, name));
    for (const row of observations)
      rows.report_observations.push(rowOf("report_observations", { ...sequence, ...row }, name));
  }
  return rows;
}

function readRecord(path: string) {
  const { report, figures, observations } = parse(path) as Record<string, unknown>;
  if (report && Array.isArray(figures) && Array.isArray(observations))
    return { report: report as object, figures: figures as object[], observations };
  throw spoilt(path, "report, figures and observations", "something else");
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8")) ?? {};
  } catch (error) {
    throw spoilt(path, "JSON", error instanceof Error ? error.message : String(error));
  }
}

function rowOf<Table extends "report_figures" | "report_observations">(
  table: Table,
  given: object,
  place: string,
): LandedRow<Table> {
  const columns = Object.entries(landedColumns(table)).map(([name, type]) => {
    const value = (given as Record<string, unknown>)[name] ?? null;
    if (!fits(value, type)) throw spoilt(`${place} · ${name}`, type, JSON.stringify(value));
    return [name, value];
  });
  return Object.fromEntries(columns) as LandedRow<Table>;
}

function fits(value: unknown, type: LandedType): boolean {
  if (value === null) return type.endsWith("?");
  const plain = type.replace("?", "");
  if (plain === "DATE") return /^\d{4}-\d\d-\d\d$/.test(String(value));
  if (plain === "BOOLEAN") return typeof value === "boolean";
  if (plain === "VARCHAR") return typeof value === "string";
  return Number.isFinite(value) && (plain === "DOUBLE" || Number.isInteger(value));
}

function spoilt(place: string, expected: string, found: string): Error {
  return new Error(
    `${place}: cần · expected ${expected}, thấy · found ${found}; trả tệp về như cũ hoặc bỏ ra khỏi thư mục · put the file back as it was, or take it out of the folder`,
  );
}
