import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DOMParser } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { columnNames, type DownloadRow } from "../../../dashboards/site/downloads/download_rows.ts";
import { toXlsx } from "../../../dashboards/site/downloads/xlsx_file.ts";
import { ask as askMarts, type Documents, writeDocuments } from "./documents.ts";

const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
const hasOffice = has("soffice");
const hasCalc = existsSync("/usr/lib/libreoffice/program/libsclo.so");
const hasReader = has("pdftotext");
const isReady = hasOffice && hasReader;

test.skipIf((isReady && hasCalc) || !process.env["CI"])(
  "LibreOffice Writer, Calc and pdftotext are here, as CI must have them",
  () => {
    expect({ hasOffice, hasCalc, hasReader }).toEqual({
      ...{ hasOffice: true, hasCalc: true, hasReader: true },
    });
  },
);

let documents: Documents;
beforeAll(async () => {
  documents = await writeDocuments("2026-Q3");
});
afterAll(() => rmSync(documents.folder, { recursive: true }));

describe.skipIf(!isReady)("in LibreOffice (skipped where soffice or pdftotext is missing)", () => {
  let pdf: { pages: number; text: string };
  beforeAll(() => {
    pdf = toPdf(documents);
  });

  test("the report opens, on as many pages as it should have: body, table, charts", () => {
    expect(pdf.pages).toBeGreaterThanOrEqual(4);
    expect(pdf.pages).toBeLessThanOrEqual(7);
  });

  test("its Vietnamese words, figures and marks are all there", () => {
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "quý III năm 2026",
      "Tỷ lệ bao phủ bảo hiểm y tế",
      "95,2%",
      "CÁC CHỈ TIÊU CỦA CHƯƠNG TRÌNH",
      "TM. ỦY BAN NHÂN DÂN",
      "DỮ LIỆU MẪU",
    ])
      expect(pdf.text).toContain(squeezed(words));
    expect(pdf.text).not.toContain("\uFFFD");
  });
});

describe.skipIf(!hasOffice || !hasCalc)("in Calc (skipped where it is missing)", () => {
  let sheets: Record<string, Cell[][]>;
  let download: Record<string, Cell[][]>;
  beforeAll(() => {
    const empty = Object.fromEntries(columnNames.map((name) => [name, null]));
    const row = { ...empty, indicator_id: "=1+1", value: 95.25 } as unknown as DownloadRow;
    const page = toXlsx([row], [["Cập nhật", "2026-11-05"]]);
    convert(documents.folder, { "report.xlsx": documents.xlsx, "page.xlsx": page }, "fods");
    sheets = sheetsOf(documents.folder, "report.fods");
    download = sheetsOf(documents.folder, "page.fods");
  });

  test("every sheet opens, under its name, with title, mark and columns", () => {
    expect(Object.keys(sheets)).toEqual(["Bảng chỉ tiêu", "Số trong kỳ", "Giải trình", "Lưu ý"]);
    for (const [title = [], mark = []] of Object.values(sheets)) {
      expect(title[0]).toContain("quý III năm 2026");
      expect(mark[0]).toBe("DỮ LIỆU MẪU");
    }
  });

  test("figures are numbers to it and those of the marts, dates are dates, sources are named", async () => {
    const [, , , columns = [], ...rows] = sheets["Bảng chỉ tiêu"] ?? [];
    const take = (...names: string[]) =>
      rows
        .filter((row) => row[columns.indexOf("Thực hiện")] !== null)
        .map((row) => names.map((name) => row[columns.indexOf(name)]))
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const marts = await askMarts(
      documents.warehouse,
      `select v.indicator_id, v.value, v.numerator, v.denominator, cast(v.period_end as varchar) as day,
         p.planned_value, p.probability_met
       from marts.fct_period_values v join marts.fct_progress p using (indicator_id)
       where v.area_id = 'le_chan' and v.period_label = '2026-Q3' order by v.indicator_id`,
    );
    const parts = ["Thực hiện", "Tử số", "Mẫu số", "Đến ngày", "Lộ trình cùng lúc", "Khả năng đạt"];
    const expected = marts.map((mart) => Object.values(mart).map(rounded));
    expect(take("Mã chỉ tiêu", ...parts).map((row) => row.map(rounded))).toEqual(expected);
    expect(take("Mã chỉ tiêu", "Đánh giá ngày", "Là dữ liệu mẫu")[0]).toEqual([
      ...["DRUG_ADDICTS", "2026-09-30", 1],
    ]);
  });

  test("explanations stand whole, their days are dates", () => {
    const [, , , columns = [], first = []] = sheets["Giải trình"] ?? [];
    const named = Object.fromEntries(columns.map((column, index) => [column, first[index]]));
    expect(named).toMatchObject({
      ...{ "Mã chỉ tiêu": "HI_COVERAGE", "Giải trình": "Do thiếu cán bộ (2026-09)." },
      ...{ "Ngày yêu cầu": "2026-10-05", "Hạn trả lời": "2026-10-10" },
      ...{ "Ngày giải trình": "2026-10-07", "Đến ngày": "2026-09-30" },
    });
  });

  test("a download of the pages opens too", () => {
    const { "Số liệu": table = [], Nguồn: about = [] } = download;
    const [columns = [], cells = []] = table;
    expect(cells[columns.indexOf("indicator_id")]).toBe("=1+1");
    expect(cells[columns.indexOf("value")]).toBe(95.25);
    expect(about[0]?.slice(0, 2)).toEqual(["Cập nhật", "2026-11-05"]);
  });
});

/** Calc writes fifteen digits. */
function rounded(value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}

function toPdf({ folder, docx }: Documents) {
  convert(folder, { "report.docx": docx }, "pdf");
  const made = join(folder, "report.pdf");
  const pages = Number(/^Pages: +(\d+)/m.exec(ask("pdfinfo", made).stdout)?.[1]);
  return { pages, text: squeezed(ask("pdftotext", "-raw", made, "-").stdout) };
}

type Cell = string | number | null;

/** Every sheet of a workbook as Calc read it: numbers as such, dates yyyy-mm-dd, true as 1. */
function sheetsOf(folder: string, name: string): Record<string, Cell[][]> {
  const xml = readFileSync(join(folder, name), "utf8");
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const tables = [...document.getElementsByTagName("table:table")];
  return Object.fromEntries(
    tables.map((table) => [
      table.getAttribute("table:name"),
      [...table.getElementsByTagName("table:table-row")].map(cellsOf),
    ]),
  );
}

function cellsOf(row: Element): Cell[] {
  return [...row.getElementsByTagName("table:table-cell")].flatMap((cell) => {
    const times = Number(cell.getAttribute("table:number-columns-repeated") ?? 1);
    return Array.from({ length: Math.min(times, 100) }, () => read(cell));
  });
}

function read(cell: Element): Cell {
  const type = cell.getAttribute("office:value-type");
  if (type === "float" || type === "percentage") return Number(cell.getAttribute("office:value"));
  if (type === "date") return cell.getAttribute("office:date-value");
  return type === null ? null : (cell.textContent ?? "").trim();
}

/** Converts files of a folder by one call, as starting LibreOffice takes longer than the work. */
function convert(folder: string, files: Record<string, Uint8Array>, format: string): void {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const profile = pathToFileURL(join(folder, "office")).href;
  const office = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", format];
  const paths = Object.keys(files).map((name) => join(folder, name));
  expect(ask("soffice", ...office, "--outdir", folder, ...paths).status).toBe(0);
}

function ask(tool: string, ...args: string[]) {
  return spawnSync(tool, args, { encoding: "utf8" });
}

/** Without any white space: lines break elsewhere on paper. */
function squeezed(words: string): string {
  return words.normalize("NFC").replace(/\s+/g, "");
}
