import { rmSync } from "node:fs";
import { read } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type Documents, dayOf, sheetRows, tableOf, writeDocuments } from "./documents.ts";

/**
 * What the report must show of each indicator of the ward, straight from the marts: the value of the
 * quarter, half or year, of a month the observation, else the newest before; and the judgement.
 */
const known = (label: string) => `
  select i.indicator_id, i.title_vi, i.decimals, coalesce(v.value, o.value) as value,
    coalesce(v.numerator, o.numerator) as numerator,
    coalesce(v.denominator, o.denominator) as denominator,
    cast(coalesce(v.period_end, o.period_end) as varchar) as period_end,
    coalesce(v.is_sample, o.is_sample) as is_sample,
    p.planned_value, p.target_value, p.probability_met, p.latest_value
  from marts.dim_indicators i
  join marts.fct_progress p using (indicator_id)
  left join marts.fct_period_values v
    on v.indicator_id = i.indicator_id and v.area_id = 'le_chan' and v.period_label = '${label}'
  left join (
    select * from marts.fct_observations where area_id = 'le_chan'
    qualify row_number() over (partition by indicator_id order by period_end desc) = 1
  ) o on o.indicator_id = i.indicator_id
  order by i.sort_order`;

describe.each([
  ["2026-10", "2026-10-31"],
  ["2026-Q3", "2026-09-30"],
  ["2026-H1", "2026-06-30"],
  ["2026", "2026-12-31"],
])("every figure of %s is that of the marts", (label, end) => {
  let documents: Documents;
  let marts: Record<string, unknown>[];
  beforeAll(async () => {
    documents = await writeDocuments(label);
    marts = await ask(documents.warehouse, known(label));
  });
  afterAll(() => rmSync(documents.folder, { recursive: true }));

  test("in the table of the Word file", () => {
    const rows = tableOf(documents.docx, "TT", "Chỉ tiêu", "Đơn vị tính").filter(
      ({ length }) => length > 1,
    );
    const figures = new Map(rows.slice(1).map((row) => [row[1] as string, row]));
    expect(figures.size).toBe(5);
    for (const mart of marts) {
      const title = String(mart["title_vi"]).replace(/, lũy kế từ .*/, "");
      const [, , , value, planned, target, chance] = figures.get(title) as string[];
      const half = 0.5 * 10 ** -Number(mart["decimals"]) + 1e-9;
      expectNear(numberIn(value), mart["value"], half);
      expectNear(numberIn(planned), mart["planned_value"], half);
      expectNear(numberIn(target), mart["target_value"], 1e-9);
      const odds = mart["probability_met"] as number | null;
      if (odds !== null && odds < 0.01) expect(chance).toBe("< 1%");
      else expectNear(numberIn(chance), odds === null ? null : odds * 100, 0.5);
    }
  });

  test("in the workbook, unrounded, as numbers", () => {
    const rows = sheetRows(documents.xlsx, "Bảng chỉ tiêu");
    expect(rows).toHaveLength(5);
    for (const mart of marts) {
      const row = rows.find((one) => one["Mã chỉ tiêu"] === mart["indicator_id"]);
      expect(row).toMatchObject({
        "Thực hiện": mart["value"],
        "Số được xét": mart["latest_value"],
        "Lộ trình cùng lúc": mart["planned_value"],
        "Tử số": mart["numerator"],
        "Mẫu số": mart["denominator"],
        "Mục tiêu": mart["target_value"],
        "Khả năng đạt": mart["probability_met"],
        "Là dữ liệu mẫu": mart["is_sample"],
      });
      expect(dayOf(row?.["Đến ngày"])).toBe(mart["period_end"]);
    }
  });

  test("with the decimals of its indicator and the chance as a share", () => {
    const sheet = read(documents.xlsx, { type: "array", cellNF: true }).Sheets["Bảng chỉ tiêu"];
    expect([sheet?.["I5"]?.z, sheet?.["I7"]?.z, sheet?.["U5"]?.z]).toEqual([
      "#,##0.0",
      "#,##0",
      "0%",
    ]);
  });

  test("in the sheet of all figures inside the period", async () => {
    const [start = ""] = { "2026-10": ["2026-10-01"], "2026-Q3": ["2026-07-01"] }[label] ?? [
      "2026-01-01",
    ];
    const inside = await ask(
      documents.warehouse,
      `select indicator_id, cast(period_end as varchar) as period_end, value
       from marts.fct_observations o join marts.dim_indicators using (indicator_id)
       where o.area_id = 'le_chan' and period_end between '${start}' and '${end}'
       order by indicator_id, period_end`,
    );
    const shown = sheetRows(documents.xlsx, "Số trong kỳ").map((row) => ({
      indicator_id: row["Mã chỉ tiêu"],
      period_end: dayOf(row["Đến ngày"]),
      value: row["Giá trị"],
    }));
    const key = (row: Record<string, unknown>) => `${row["indicator_id"]} ${row["period_end"]}`;
    expect(shown.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(inside);
    expect(shown.length).toBeGreaterThan(0);
  });
});

test("the table reads as a ward would write it", async () => {
  const documents = await writeDocuments("2026-10");
  const rows = tableOf(documents.docx, "TT", "Chỉ tiêu", "Đơn vị tính");
  expect(rows[1]).toEqual(["2.1.6 Chăm sóc sức khỏe toàn dân, toàn diện"]);
  expect(rows[2]).toEqual([
    "1",
    "Tỷ lệ tham gia bảo hiểm xã hội",
    "%",
    "48,2\ntháng 10/2026",
    "51,4",
    "≥ 66%\nđến 31/12/2030",
    "< 1%",
    "Chậm",
    "Phòng Văn hóa - Xã hội",
  ]);
  expect(rows.find((row) => row[1] === "Buổi diễn ca trù")?.slice(3, 8)).toEqual([
    "–",
    "–",
    "tăng\nkhông giao chỉ tiêu",
    "–",
    "Chưa đánh giá được",
  ]);
  rmSync(documents.folder, { recursive: true });
});

/** The first number of a cell in Vietnamese notation; null where a dash or a word stands. */
function numberIn(cell = ""): number | null {
  const [found] = cell.split("\n")[0]?.match(/−?\d[\d.]*(,\d+)?/) ?? [];
  if (!found) return null;
  return Number(found.replace("−", "-").replaceAll(".", "").replace(",", "."));
}

function expectNear(shown: number | null, mart: unknown, half: number): void {
  if (mart === null || mart === undefined) expect(shown).toBeNull();
  else expect(Math.abs((shown ?? Number.NaN) - Number(mart))).toBeLessThanOrEqual(half);
}
