import { expect, test } from "vitest";
import { stripAccents, wordKey } from "../../../ingest/parse/key.ts";

test.each([
  ["Tổ dân phố", "to dan pho"],
  ["TỔ DÂN PHỐ", "to dan pho"],
  ["  Tỷ lệ\n(%) ", "ty le"],
  ["Tăng (+), giảm (−)", "tang giam"],
  ["Đơn vị tính", "don vi tinh"],
  ["Nơi ĐK KCBBĐ", "noi dk kcbbd"],
  ["Thành thị - Urban", "thanh thi urban"],
  ["Số\u00a0thẻ", "so the"],
  ["", ""],
])("%j has the key %j", (text, key) => {
  expect(wordKey(text)).toBe(key);
});

test.each([
  ["Hòa", "Hoà"],
  ["thủy", "thuỷ"],
  ["Lũy kế", "Luỹ kế"],
  ["Tổ dân phố", "Tổ dân phố".normalize("NFD")],
])("%s and %s are one word", (one, other) => {
  expect(one).not.toBe(other);
  expect(wordKey(one)).toBe(wordKey(other));
});

test("accents are stripped from letters of both cases, and nothing else changes", () => {
  expect(stripAccents("Đường Trần Nguyên Hãn, đêm 30")).toBe("Duong Tran Nguyen Han, dem 30");
});
