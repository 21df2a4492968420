import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { expect, test } from "vitest";
import {
  type DownloadRow,
  toArrow,
  toCsv,
} from "../../../../dashboards/site/downloads/download_rows.ts";
import { hostile } from "../../hostile.ts";

const row: DownloadRow = {
  ...{ indicator_id: "HI_COVERAGE", title_vi: "Bao phủ bảo hiểm y tế", title_en: "Coverage" },
  ...{ unit: "percent", area_id: "le_chan", area_name: "Phường Lê Chân", series: "observed" },
  ...{
    frequency: "month",
    period_start: null,
    period_end: "2026-10-31",
    value: 95.3,
    is_hidden: false,
  },
  ...{ year_so_far: null, previous_year_value: 94.5 },
  ...{ change_from_previous_year: 0.8, change_percent: null },
  ...{ planned_value: -1.5, numerator: 153480, denominator: 161051 },
  ...{ lower_80: null, upper_80: null, lower_95: null, upper_95: null },
  ...{ is_estimated: false, is_sample: true, source: "T10.xlsx", refreshed_at: "2026-11-24" },
};

test("the CSV opens in Excel as Vietnamese text and reads back with source and date", () => {
  const csv = toCsv([row]);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const [read] = parse(csv);
  expect(read).toMatchObject({
    title_vi: "Bao phủ bảo hiểm y tế",
    period_start: "",
    period_end: "2026-10-31",
    value: "95.3",
    planned_value: "-1.5",
    source: "T10.xlsx",
    refreshed_at: "2026-11-24",
  });
});

test.each(hostile)("the text cell %j is neither a formula nor the end of its cell", (text) => {
  const rows = parse(toCsv([{ ...row, area_name: text }]));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.["area_name"]).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows[0]?.["area_name"]?.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
});

test("Arrow keeps types, missing values and the words about the table", () => {
  const bytes = toArrow([row], {
    title: "Bao phủ",
    source: "T10.xlsx",
    refreshed_at: "2026-11-24",
  });
  const table = tableFromIPC(bytes);
  expect(new TextDecoder().decode(bytes.slice(0, 6))).toBe("ARROW1");
  expect(Object.fromEntries(table.schema.metadata)).toEqual({
    title: "Bao phủ",
    source: "T10.xlsx",
    refreshed_at: "2026-11-24",
  });
  const read = table.get(0)?.toJSON();
  expect(read).toMatchObject({ area_name: "Phường Lê Chân", value: 95.3, is_sample: true });
  expect(read?.["lower_80"]).toBeNull();
  expect(read?.["period_start"]).toBeNull();
  expect(new Date(read?.["period_end"] as number).toISOString()).toBe("2026-10-31T00:00:00.000Z");
});

function parse(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
    .data;
}
