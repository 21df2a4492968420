import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import { parseReportPeriod } from "../../../dashboards/report/report_period.ts";
import { writeReport } from "../../../dashboards/report/write_report.ts";
import { type FixtureRows, fixtureRows, rowsAt, writeWarehouse } from "../fixture.ts";

/** The documents of a period of the test's ward, and the warehouse they are made from. */
export interface Documents {
  folder: string;
  warehouse: string;
  docx: Uint8Array;
  xlsx: Uint8Array;
}

/** The day up to which the test's ward has files. */
const knownBy = "2026-11-05";

/** Writes the ward's warehouse, judged at the period's end, and the period's report without Chromium. */
export async function writeDocuments(
  label: string,
  rows: FixtureRows = fixtureRows(),
  refreshedAt = new Date("2026-11-05T00:00:00Z"),
): Promise<Documents> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const warehouse = join(folder, "warehouse.duckdb");
  const period = parseReportPeriod(label);
  if (!period) throw new Error(`no such period: ${label}`);
  const day = period.end < knownBy ? period.end : knownBy;
  await writeWarehouse(warehouse, rowsAt(day, rows));
  const out = join(folder, "out");
  const options = { warehouse, out, period, refreshedAt, knownBy, records: null, chromium: null };
  const written = await writeReport(options);
  const [docx, xlsx] = written.map((path) => new Uint8Array(readFileSync(path)));
  if (!docx || !xlsx) throw new Error(`documents are missing: ${written}`);
  return { folder, warehouse, docx, xlsx };
}

/** The parts of a Word or Excel file that are XML, by name. */
export function xmlParts(file: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** What the body of a Word file says, a line per paragraph outside and inside tables. */
export function paragraphsOf(docx: Uint8Array): string[] {
  return elements(documentOf(docx), "w:p").map(textOf);
}

/** The rows of the table whose head begins with these cells; a cell's paragraphs by line breaks. */
export function tableOf(docx: Uint8Array, ...head: string[]): string[][] {
  const tables = elements(documentOf(docx), "w:tbl").map((table) =>
    elements(table, "w:tr").map((row) =>
      elements(row, "w:tc").map((cell) => elements(cell, "w:p").map(textOf).join("\n")),
    ),
  );
  const found = tables.find(([first = []]) => head.every((title, i) => first[i] === title));
  if (!found) throw new Error(`no table with the head: ${head}`);
  return found;
}

/** The rows of a sheet below its line of column names, each by these names. */
export function sheetRows(xlsx: Uint8Array, name: string): Record<string, unknown>[] {
  const sheet = read(xlsx, { type: "array" }).Sheets[name];
  if (!sheet) throw new Error(`no such sheet: ${name}`);
  return utils.sheet_to_json(sheet, { range: 3, defval: null });
}

/** The day, yyyy-mm-dd, of a date as spreadsheets count it. */
export function dayOf(serial: unknown): string | null {
  if (serial === null) return null;
  return new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** Rows of a question to the warehouse itself, past all code of the report. */
export async function ask(warehouse: string, sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(warehouse, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

function documentOf(docx: Uint8Array): Element {
  const xml = xmlParts(docx).get("word/document.xml");
  if (!xml) throw new Error("no word/document.xml");
  return new DOMParser().parseFromString(xml, "text/xml").documentElement as unknown as Element;
}

function elements(within: Element, name: string): Element[] {
  return [...within.getElementsByTagName(name)];
}

function textOf(paragraph: Element): string {
  return elements(paragraph, "w:t")
    .map(({ textContent }) => textContent ?? "")
    .join("");
}
