import fc from "fast-check";
import { expect, test } from "vitest";
import { parseArea } from "../../../ingest/parse/area.ts";
import { ward } from "../../../ingest/parse/ward.ts";

test.each([
  ["Tổ dân phố số 12", "le_chan_tdp_12"],
  ["Tổ dân phố 07", "le_chan_tdp_07"],
  ["TỔ DÂN PHỐ SỐ 7", "le_chan_tdp_07"],
  ["TDP 12", "le_chan_tdp_12"],
  ["TDP12", "le_chan_tdp_12"],
  ["TDP số 12", "le_chan_tdp_12"],
  ["Tổ 12", "le_chan_tdp_12"],
  ["Tổ 12, phường Lê Chân", "le_chan_tdp_12"],
  ["TDP 85 - P. Lê Chân", "le_chan_tdp_85"],
  ["Lê Chân", "le_chan"],
  ["Phường Lê Chân", "le_chan"],
  ["PHƯỜNG LÊ CHÂN", "le_chan"],
  ["Toàn phường", "le_chan"],
  ["VN", "vn"],
  ["Cả nước", "vn"],
  ["Việt Nam", "vn"],
  ["HP", "hai_phong"],
  ["TP. Hải Phòng", "hai_phong"],
  ["Thành phố Hải Phòng", "hai_phong"],
  ["12", null],
  ["Tổ 86", null],
  ["Tổ 0", null],
  ["Tổ 12A", null],
  ["Tổ 12 An Biên", null],
  ["Phường An Biên", null],
  ["", null],
])("%j is %s", (text, area) => {
  expect(parseArea(text)).toBe(area);
});

test("a bare number is a neighbourhood in a column of neighbourhoods only", () => {
  const options = { is_neighbourhood_column: true };
  expect(parseArea("12", options)).toBe("le_chan_tdp_12");
  expect(parseArea("07", options)).toBe("le_chan_tdp_07");
  expect(parseArea("86", options)).toBeNull();
  expect(parseArea("12,5", options)).toBeNull();
  expect(parseArea("Toàn phường", options)).toBe("le_chan");
});

test("every neighbourhood has an area of its own", () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: ward.neighbourhood_count }));
  fc.assert(
    fc.property(numbers, (all) => {
      const areas = new Set(all.map((number) => parseArea(`Tổ dân phố số ${number}`)));
      expect(areas.has(null)).toBe(false);
      expect(areas.size).toBe(all.length);
    }),
  );
});

test("another ward reads its own names", () => {
  const other = { ...ward, area_id: "an_bien", neighbourhood_count: 3, spellings: ["An Biên"] };
  expect(parseArea("An Biên", {}, other)).toBe("an_bien");
  expect(parseArea("Tổ 3", {}, other)).toBe("an_bien_tdp_03");
  expect(parseArea("Tổ 4", {}, other)).toBeNull();
});
