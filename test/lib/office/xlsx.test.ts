import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import { hostile } from "../../dashboards/hostile.ts";
import { parseStrictly } from "../../dashboards/outputs.ts";

test("sheets keep names, numbers, texts, flags, gaps and more columns than letters", () => {
  const wide = Array.from({ length: 29 }, (_, index) => index);
  const bytes = xlsxFile({ "Số liệu": [["a", "b"], [1.5, null, true], wide], Nguồn: [["a", "ợ"]] });
  const book = read(bytes);
  const rows = (name: string) => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
  expect(book.SheetNames).toEqual(["Số liệu", "Nguồn"]);
  expect(rows("Số liệu")).toEqual([["a", "b"], [1.5, undefined, true], wide]);
  expect(rows("Nguồn")).toEqual([["a", "ợ"]]);
  expect(xlsxFile({ "Số liệu": [["a"]] })).toEqual(xlsxFile({ "Số liệu": [["a"]] }));
});

test.each(hostile)("the text cell %j is a text, and every part is strict XML", (text) => {
  const bytes = xlsxFile({ data: [[text, " b "]] });
  const { A1, B1 } = read(bytes).Sheets["data"] as Record<
    string,
    { t: string; f?: string; v: string }
  >;
  expect(A1).toMatchObject({ t: "s" });
  expect(A1?.f).toBeUndefined();
  expect(B1?.v).toBe(" b ");
  for (const part of Object.values(unzipSync(bytes))) parseStrictly(strFromU8(part));
});
