import { expect, test } from "vitest";
import { withoutPersonalNumbers } from "../../../ingest/people/personal_number.ts";

test.each([
  ["CCCD 031090000123 của hộ", "CCCD ••• của hộ"],
  ["số 031 090 000 123.", "số •••."],
  ["031.090.000.123", "•••"],
  ["31090000123", "•••"],
  ["thẻ GD4313112345678 hết hạn", "thẻ ••• hết hạn"],
  ["thẻ GD 4 31 3112345678", "thẻ •••"],
  ["mã BHXH: 3112345678;", "mã BHXH: •••;"],
  ["3,112,345,678", "•••"],
  ["CMND 397000123", "CMND •••"],
  ["gọi 0912.345.678", "gọi •••"],
  ["09 12 34 56 78", "•••"],
  ["0912 - 345 - 678", "•••"],
  ["0912\u200B345\u200B678", "•••"],
  ["０９１２３４５６７８", "•••"],
  ["+84 912 345 678", "•••"],
  ["(0225) 3.123.456", "•••"],
  ["912.345.678 đồng chí An", "••• đồng chí An"],
  ["912.345.678 – 912.345.679", "•••"],
  ["0312345678 và 0912345678", "••• và •••"],
])("%j becomes %j", (text, shown) => {
  expect(withoutPersonalNumbers(text)).toBe(shown);
});

test.each(["9", "9 ", "1, ", "1 - ", "(02", "2026-", "1.234 - ", "1\u200B"])(
  "a cell full of %j is read in no time",
  (bait) => {
    const begun = process.cpuUsage();
    expect(withoutPersonalNumbers(`${bait.repeat(32_767 / bait.length)}x`).length).toBeGreaterThan(
      0,
    );
    expect(process.cpuUsage(begun).user).toBeLessThan(500_000);
  },
);

test.each([
  "tăng 1.234.567 người, đạt 161.051 thẻ",
  "từ 152.300 - 153.490 thẻ",
  "từ 1.161–1.200 căn, 85 tổ",
  "kinh phí 1.500.000.000 đồng, thiếu 15.000.000.000đ",
  "97,9 - 98,5 - 99,1 - 99,9",
  "12, 15, 18, 20, 25 vụ",
  "giai đoạn 2021-2025-2030",
  "01.10.2026-31.10.2026",
  "Công văn 1234/UBND-VX ngày 05/11/2026",
  "năm 2025\n2026 và\n2027",
])("%j stays", (text) => {
  expect(withoutPersonalNumbers(text)).toBe(text);
});
