import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { NO_LESSONS } from "../../../ingest/lessons.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { type FileFacts, readTitle } from "../../../ingest/recognise/title.ts";

const forms = await loadForms();
const areas = await loadAreas();

function title(
  form: string,
  above: string[],
  sheet = "Sheet1",
  below: string[] = [],
  told: Partial<FileFacts> = {},
) {
  const declared = forms.find(({ id }) => id === form);
  if (!declared) throw new Error(`no such form: ${form}`);
  const file = { file_name: "", received_on: null, lessons: NO_LESSONS, ...told };
  const { period, ...facts } = readTitle(above, below, sheet, { form: declared, areas }, file);
  return {
    ...facts,
    dates: period.ok ? `${period.value.start}..${period.value.end}` : period.rule,
  };
}

test("a police month runs from the 15th to the 14th, also across the year", () => {
  expect(title("police_crime", ["Tháng 10/2026"]).dates).toBe("2026-09-15..2026-10-14");
  expect(title("police_crime", ["Tháng 1 năm 2026"]).dates).toBe("2025-12-15..2026-01-14");
});

test("dates written out win over the window", () => {
  const lines = ["Tháng 10/2026", "(từ ngày 16/9/2026 đến ngày 15/10/2026)"];
  expect(title("police_crime", lines).dates).toBe("2026-09-16..2026-10-15");
});

test("a stock stands at the date of its title, or at the end of its month", () => {
  expect(title("health_insurance_summary", ["(Số liệu tính đến ngày 25/10/2026)"]).dates).toBe(
    "2026-10-25..2026-10-25",
  );
  expect(title("health_insurance_summary", ["Tháng 2/2028"]).dates).toBe("2028-02-29..2028-02-29");
});

test("the paper's date and the date of a decree are not the period", () => {
  const facts = title("health_insurance_summary", [
    "Hải Phòng, ngày 05 tháng 11 năm 2026",
    "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 02 tháng 3 năm 2024)",
    "TỔNG HỢP THAM GIA BHYT",
    "Tháng 10/2026",
    "ĐVT: nghìn người",
  ]);
  expect(facts).toEqual({
    title: "TỔNG HỢP THAM GIA BHYT",
    dates: "2026-10-31..2026-10-31",
    conflict: null,
    question: null,
    is_period_from_name: false,
    year: 2026,
    unit: { unit: "people", scale: 1000 },
    units: [{ unit: "people", scale: 1000 }],
    other_ward: null,
    neighbourhood: null,
    document_date: "2026-11-05",
    is_sample: false,
  });
});

test("the paper's date may stand above the signatures", () => {
  const below = ["Hải Phòng, ngày 3 tháng 11 năm 2026", "KT. GIÁM ĐỐC"];
  expect(title("police_crime", ["Tháng 10/2026"], "T10", below).document_date).toBe("2026-11-03");
});

test("the name of a sheet completes a title that says only the year", () => {
  expect(title("police_crime", ["Năm 2026"], "T3").dates).toBe("2026-02-15..2026-03-14");
  expect(title("police_crime", ["Năm 2026"], "Tháng 01").dates).toBe("2025-12-15..2026-01-14");
  expect(title("police_crime", ["không rõ kỳ"], "T3").dates).toBe("period_without_year");
});

test("where sheet and title name different months it is asked, unless the file's name bears the title out", () => {
  const lines = ["Tháng 10/2026"];
  expect(title("police_crime", lines, "T9").dates).toBe("period_in_doubt");
  const facts = title("police_crime", lines, "T9", [], { file_name: "toi pham T10.2026.xlsx" });
  expect(facts.dates).toBe("2026-09-15..2026-10-14");
  expect(facts.conflict).toBe("T9");
});

test("the sample's mark is known with or without accents", () => {
  expect(title("police_crime", ["DỮ LIỆU MẪU - không phải số thật"]).is_sample).toBe(true);
  expect(title("police_crime", ["Du lieu mau"]).is_sample).toBe(true);
});
