import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { REFERENCE_FILE, referenceWorkbook } from "../../../scripts/sample/reference.ts";
import { cellsOf } from "./workbook.ts";

const path = resolve(import.meta.dirname, "../../../data/reference", REFERENCE_FILE);
const rows = cellsOf(referenceWorkbook())["Số liệu công bố"] ?? [];

it("makes the committed workbook again, byte for byte", () => {
  expect(Buffer.compare(readFileSync(path), referenceWorkbook())).toBe(0);
});

it("holds the published figures with their units and status", () => {
  expect(rows[3]).toEqual([
    "Khu vực",
    "Chỉ tiêu",
    "Kỳ",
    "Giá trị",
    "Đơn vị",
    "Tình trạng",
    "Ghi chú",
  ]);
  const figures = rows.filter((row) => typeof row[3] === "number");
  expect(figures).toHaveLength(92);
  const key = (row: unknown[]) => `${row[0]} ${row[1]} ${row[2]}`;
  const byKey = new Map(figures.map((row) => [key(row), row.slice(3, 6)]));
  expect(byKey.size).toBe(92);
  expect(byKey.get("Cả nước health_insurance_coverage 2025")).toEqual([95.16, "%", "Công bố"]);
  expect(byKey.get("Cả nước offences_social_order 2022")).toEqual([44_353, "vụ", "Công bố"]);
  expect(byKey.get("TP Hải Phòng social_housing_units_planned 2026-2030")).toEqual([
    32_845,
    "căn",
    "Công bố",
  ]);
  expect(byKey.get("TP Hải Phòng labour_force 2010")).toEqual([
    1076.2,
    "nghìn người",
    "Hiệu chỉnh",
  ]);
});

it("is not marked as sample data", () => {
  expect(rows.flat().join("\n")).not.toMatch(/mẫu/i);
});
