import { read, utils, write } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { readRegistry, trackingTemplate } from "../../../scripts/tools/template.ts";
import { observationLine, readBytes } from "../../ingest/read_outcome.ts";

const registry = await readRegistry();
const template = trackingTemplate(registry);

/** The template with rows filled in below its header. */
function filled(rows: unknown[][]): Uint8Array {
  const book = read(template);
  const sheet = book.Sheets["Theo dõi"];
  if (!sheet) throw new Error("no sheet to fill in");
  utils.sheet_add_aoa(sheet, rows, { origin: "A4" });
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

test("filled in, it reads back without a warning", () => {
  const bytes = filled([
    ["GOV_ON_TIME", "2026-10", "Phường Lê Chân", 1204, 1230, 97.9, "BC 12", ""],
    ["ENV_WASTE", "2026-Q3", "", "", "", 99.5, "", ""],
    ["HAPPY_SATISFACTION", "2026", "Tổ dân phố 85", "", "", 91, "", "khảo sát"],
  ]);
  const { file, rows } = readBytes(bytes, "programme_tracking.xlsx");
  expect(file).toMatchObject({ form: "programme_tracking", status: "landed", warnings: 0 });
  expect(rows.rejects).toEqual([]);
  expect(rows.observations?.map(observationLine)).toEqual([
    "D4 numerator/GOV_ON_TIME le_chan month 2026-10-01..2026-10-31 = 1204 indicator_unit stock",
    "E4 denominator/GOV_ON_TIME le_chan month 2026-10-01..2026-10-31 = 1230 indicator_unit stock",
    "F4 value/GOV_ON_TIME le_chan month 2026-10-01..2026-10-31 = 97.9 indicator_unit stock",
    "F5 value/ENV_WASTE le_chan quarter 2026-07-01..2026-09-30 = 99.5 indicator_unit stock",
    "F6 value/HAPPY_SATISFACTION le_chan_tdp_85 year 2026-01-01..2026-12-31 = 91 indicator_unit stock",
  ]);
});

test("explanations are read with figures and without, each with its dates", () => {
  const bytes = filled([
    ["ENV_WASTE", "2026-10", "", 3950, 3990, "", "", "", "", "", "", "- do thiếu xe", "05/11/2026"],
    ["SI_COVERAGE", "2026-10", "", "", "", "", "", "", "Vì sao?", "02/11/2026", "06/11/2026"],
  ]);
  const { file, rows } = readBytes(bytes, "programme_tracking.xlsx");
  expect(file).toMatchObject({ status: "landed", rows_landed: 2, warnings: 0 });
  expect(rows.rejects).toEqual([]);
  const common = { frequency: "month", period_end: "2026-10-31", area_id: "le_chan" };
  expect(rows.remarks).toMatchObject([
    {
      ...{ ...common, remark: "reply", category: "ENV_WASTE", content: "- do thiếu xe" },
      ...{ written_date: "2026-11-05", due_date: null, cell: "L4" },
    },
    {
      ...{ ...common, remark: "request", category: "SI_COVERAGE", content: "Vì sao?" },
      ...{ written_date: "2026-11-02", due_date: "2026-11-06", cell: "I5" },
    },
  ]);
});

test("its columns are those of the form, in both directions", async () => {
  const form = (await loadForms()).find(({ id }) => id === "programme_tracking");
  const [, , headers = []] = utils.sheet_to_json<string[]>(
    read(template).Sheets["Theo dõi"] ?? {},
    { header: 1 },
  );
  const optional = ["ordinal", "indicator_title"];
  const declared = Object.entries(form?.columns ?? {}).filter(([id]) => !optional.includes(id));
  expect(headers).toEqual(declared.map(([, column]) => column.headers[0]));
});

test("every code, period and area of its lists is understood", () => {
  const lists = read(template).Sheets["Danh mục"];
  const [, ...entries] = utils.sheet_to_json<string[]>(lists ?? {}, { header: 1 });
  const column = (index: number) => entries.flatMap((row) => row[index] ?? []);
  const [codes, periods, areas] = [column(0), column(1), column(2)];
  expect(codes).toEqual(registry.indicators.map(({ indicator_id }) => indicator_id));
  expect(codes.length).toBeGreaterThan(30);
  expect(areas).toHaveLength(86);
  expect(periods).toHaveLength(5 * (12 + 4 + 1));
  const rows = [
    ...codes.map((code) => [code, "2026", "Phường Lê Chân", "", "", 50]),
    ...periods.map((period) => ["GOV_ON_TIME", period, "Tổ dân phố 1", "", "", 50]),
    ...areas.map((area) => ["ENV_WASTE", "2027", area, "", "", 50]),
  ];
  const outcome = readBytes(filled(rows), "programme_tracking.xlsx");
  expect(outcome.rows.rejects).toEqual([]);
  expect(outcome.rows.observations).toHaveLength(rows.length);
  expect(outcome.rows.observations?.filter(({ area_id }) => area_id === null)).toEqual([]);
});

test("it offers the lists in the cells to fill in; periods, dates and words stay text", () => {
  const xml = strFromU8(unzipSync(template)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const rules = [...xml.matchAll(/sqref="([^"]+)"><formula1>([^<]+)</g)].map(([, ...pair]) =>
    pair.map((part) => part.replaceAll("&#39;", "'")),
  );
  const codes = registry.indicators.length + 1;
  expect(rules).toEqual([
    ["A4:A1000", `'Danh mục'!$A$2:$A$${codes}`],
    ["B4:B1000", "'Danh mục'!$B$2:$B$86"],
    ["C4:C1000", "'Danh mục'!$C$2:$C$87"],
  ]);
  expect(xml.indexOf("<dataValidations")).toBeGreaterThan(xml.indexOf("</sheetData>"));
  const texts = [...xml.matchAll(/<col min="(\d+)" max="\1" style="\d+"/g)].map(([, at]) => at);
  expect(texts).toEqual(["2", "9", "10", "11", "12", "13"]);
});

test("empty, it is read without a warning and lands nothing", () => {
  const { file, rows } = readBytes(template, "programme_tracking.xlsx");
  expect(file).toMatchObject({ status: "landed", rows_landed: 0, rows_rejected: 0, warnings: 0 });
  expect(rows.observations).toEqual([]);
});

test("made again it has the same bytes", () => {
  expect(Buffer.from(trackingTemplate(registry)).equals(Buffer.from(template))).toBe(true);
});
