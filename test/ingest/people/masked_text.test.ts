import { expect, test } from "vitest";
import type { FormColumnType } from "../../../ingest/form.ts";
import { loadForms } from "../../../ingest/forms.ts";
import { maskedText } from "../../../ingest/people/masked_text.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";

const forms = await loadForms();
const areas = await loadAreas();
const ofPeople = forms.find(({ id }) => id === "housing_applications");
const ofFigures = forms.find(({ id }) => id === "police_crime");

const told = (form: typeof ofPeople, type: FormColumnType, text: string, is_personal = false) =>
  form && maskedText({ form, areas }, { headers: [], type, is_personal }, text);

test.each<[FormColumnType, string]>([
  ["date", "31/02/2026"],
  ["number", "-12,5"],
  ["count", "1.234"],
  ["code", "HS-001"],
  ["area", "Tổ dân phố số 12"],
  ["choice", "KL"],
  ["choice", "3"],
  ["area", "99"],
])("a list of people tells %s %j", (type, text) => {
  expect(told(ofPeople, type, text)).toBe(text);
});

test.each<[FormColumnType, string]>([
  ["date", "Nguyễn Văn A"],
  ["date", "An"],
  ["choice", "An"],
  ["area", "TDP 12 (Nguyễn Văn A)"],
  ["number", "031 090 000 001"],
  ["count", "0912.345.678"],
  ["code", "Nguyễn Văn A"],
  ["code", "HS031090000001"],
  ["area", "ngõ 12 đường Mẫu"],
  ["identifier", "12345"],
  ["text", "ông A"],
])("a list of people does not tell %s %j", (type, text) => {
  expect(told(ofPeople, type, text)).toBe("•••");
});

test("outside of figures a number that could be a person's is told of no form", () => {
  expect(told(ofFigures, "remark", "gọi 0912.345.678")).toBe("gọi •••");
  expect(told(ofFigures, "remark", "thiếu 12 xe")).toBe("thiếu 12 xe");
  expect(told(ofFigures, "date", "0912345678")).toBe("•••");
  expect(told(ofFigures, "number", "1.234.567.890")).toBe("1.234.567.890");
});

test("figures are told as they stand, personal columns never", () => {
  expect(told(ofFigures, "number", "năm vụ")).toBe("năm vụ");
  expect(told(ofFigures, "number", "5", true)).toBe("•••");
});
