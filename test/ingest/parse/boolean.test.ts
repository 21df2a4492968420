import { expect, test } from "vitest";
import { parseBoolean } from "../../../ingest/parse/boolean.ts";

test.each([
  ["Có", true],
  ["CÓ", true],
  ["Có".normalize("NFD"), true],
  ["x", true],
  ["✓", true],
  ["Đạt", true],
  ["TRUE", true],
  ["1", true],
  ["Không", false],
  ["Chưa có", false],
  ["Không đạt", false],
  ["0", false],
  ["", null],
  ["-", null],
  ["…", null],
])("%j is %s", (text, value) => {
  expect(parseBoolean(text)).toEqual({ ok: true, value });
});

test.each(["Có thể", "2", "constructor"])("%j is neither", (text) => {
  expect(parseBoolean(text)).toMatchObject({ ok: false, rule: "not_a_boolean" });
});
