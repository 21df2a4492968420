import { expect, test } from "vitest";
import { Refusal, type RefusalCode, refusals } from "../../../ingest/read/refusal.ts";

test.each(Object.keys(refusals) as RefusalCode[])("%s speaks both languages in full", (code) => {
  const refusal = new Refusal(code, "thứ lạ $&", "a stranger $&");
  expect(refusal.code).toBe(code);
  expect(refusal.message_vi).toMatch(/[ạ-ỹ]/);
  expect(refusal.message_en).not.toMatch(/[ạ-ỹ]/);
  expect(refusal.message_vi + refusal.message_en).not.toMatch(/[{}]/);
});

test("what was found is named as it is", () => {
  const { message_vi, message_en, message } = new Refusal("not_a_workbook", "tệp PDF", "a PDF");
  expect(message_vi).toContain("nhưng tìm thấy tệp PDF.");
  expect(message_en).toContain("found a PDF.");
  expect(message).toBe("not_a_workbook: a PDF");
});
