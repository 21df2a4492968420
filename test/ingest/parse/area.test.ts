import fc from "fast-check";
import { expect, test } from "vitest";
import { areaReader } from "../../../ingest/parse/area.ts";
import type { Area, Areas } from "../../../ingest/parse/area_list.ts";
import { loadProgramme } from "../../../ingest/programme/programme.ts";

const { areas } = await loadProgramme();
const leChan = areaReader(areas);
const day = (date: string) => ({ start: date, end: date });

test.each([
  ["Tổ dân phố số 12", "le_chan_tdp_12"],
  ["Tổ dân phố 07", "le_chan_tdp_07"],
  ["TỔ DÂN PHỐ SỐ 7", "le_chan_tdp_07"],
  ["TDP 12", "le_chan_tdp_12"],
  ["TDP12", "le_chan_tdp_12"],
  ["TDP số 12", "le_chan_tdp_12"],
  ["Tổ 12", "le_chan_tdp_12"],
  ["Tổ 12, phường Lê Chân", "le_chan_tdp_12"],
  ["TDP số 7 (khu tập thể)", "le_chan_tdp_07"],
  ["TDP số 19 (chợ An Dương cũ)", "le_chan_tdp_19"],
  ["Tổ 44, ngõ 193", "le_chan_tdp_44"],
  ["Tổ dân phố số 7 - Chung cư Hoàng Huy", "le_chan_tdp_07"],
  ["TDP 7 (tổ 8 cũ)", "le_chan_tdp_07"],
  ["1. Tổ dân phố 7", "le_chan_tdp_07"],
  ["Tổ 12 (cũ)", null],
  ["Tổ 12 (trước sáp nhập)", null],
  ["Tổ 12 - Dư Hàng Kênh", null],
  ["TDP 12 - P. Hải An", null],
  ["TDP 7 (TDP 8)", null],
  ["TDP 7, 8", null],
  ["TDP 1-4", null],
  ["TDP 7 và 8", null],
  ["TDP An Biên 1", null],
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
  expect(leChan.read(text, null)).toBe(area);
});

test("a bare number is a neighbourhood in a column of neighbourhoods only", () => {
  const options = { is_neighbourhood_column: true };
  expect(leChan.read("12", null, options)).toBe("le_chan_tdp_12");
  expect(leChan.read("07", null, options)).toBe("le_chan_tdp_07");
  expect(leChan.read("86", null, options)).toBeNull();
  expect(leChan.read("12,5", null, options)).toBeNull();
  expect(leChan.read("Toàn phường", null, options)).toBe("le_chan");
});

test("every neighbourhood has an area of its own", () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 85 }));
  fc.assert(
    fc.property(numbers, (all) => {
      const areas = new Set(all.map((number) => leChan.read(`Tổ dân phố số ${number}`, null)));
      expect(areas.has(null)).toBe(false);
      expect(areas.size).toBe(all.length);
    }),
  );
});

test.each([
  ["11383", "2024-11-30", "old_11383_2024"],
  ["11383", "2024-12-31", "old_11383_2024"],
  ["11383", "2025-06-30", "old_11383"],
  ["11383", "2025-07-31", "le_chan"],
  ["11383", "2019-12-31", "le_chan"],
  ["old_11383", "2025-03-31", "old_11383"],
  ["P. HÀNG KÊNH", "2025-03-31", "old_11395"],
  ["Hàng Kênh", "2024-03-31", "old_11395_2024"],
  ["Phường  Trần Nguyên Hãn, quận Lê Chân", "2024-03-31", "old_11383_2024"],
  ["Phường Cát Dài", "2024-03-31", null],
  ["Phường An Biên", "2026-03-31", null],
  ["Tổ 5", "2025-03-31", "le_chan_tdp_05"],
  ["Phường Lê Chân", "2024-03-31", "le_chan"],
])("a text means what it meant then: %j on %s is %s", (text, date, area) => {
  expect(leChan.read(text, day(date))).toBe(area);
});

test("of a period that sees two boundaries the later one counts", () => {
  const year = { start: "2025-01-01", end: "2025-12-31" };
  expect(leChan.read("11383", year)).toBe("le_chan");
  expect(leChan.read("Vĩnh Niệm", { start: "2024-07-01", end: "2025-06-30" })).toBe("old_11407");
});

test("an area of another time is known, for rows and messages, whatever it is today", () => {
  expect(leChan.isKnown("Phường An Biên")).toBe(true);
  expect(leChan.isKnown("Phường Cát Dài")).toBe(false);
  expect(leChan.isKnown("12")).toBe(false);
});

const area = (area_id: string, level: string, name: string, rest: Partial<Area> = {}): Area => ({
  area_id,
  level,
  name,
  code: null,
  name_en: name,
  district: null,
  parent_area_id: null,
  valid_from: "2025-07-01",
  valid_to: null,
  ...rest,
});

test("another commune reads its own names: numbered and named, each under its own word", () => {
  const commune: Areas = {
    ward_id: "tan_lap",
    areas: [
      area("lang_son", "city", "Tỉnh Lạng Sơn"),
      area("tan_lap", "ward", "Xã Tân Lập", { code: "06200", parent_area_id: "lang_son" }),
      area("tan_lap_1", "neighbourhood", "Thôn 1"),
      area("tan_lap_2", "neighbourhood", "Thôn 2"),
      area("tan_lap_dong", "neighbourhood", "Thôn Đông"),
      area("tan_lap_moi", "neighbourhood", "Bản Mới"),
      area("tan_lap_kp_1", "neighbourhood", "Khu phố 1"),
    ],
    aliases: [
      { alias: "thôn Đoài cũ", area_id: "tan_lap_dong", valid_from: "2026-01-01", valid_to: null },
    ],
  };
  const read = areaReader(commune);
  const named = (text: string, isColumn = false) =>
    read.read(text, null, { is_neighbourhood_column: isColumn });
  expect(named("Tân Lập")).toBe("tan_lap");
  expect(named("X. Tân Lập, tỉnh Lạng Sơn")).toBe("tan_lap");
  expect(named("Toàn xã")).toBe("tan_lap");
  expect(named("Lạng Sơn")).toBe("lang_son");
  expect(named("Thôn 01")).toBe("tan_lap_1");
  expect(named("thôn số 2, xã Tân Lập")).toBe("tan_lap_2");
  expect(named("KP 1")).toBe("tan_lap_kp_1");
  expect(named("Thôn Đông")).toBe("tan_lap_dong");
  expect(named("Bản Mới - xã Tân Lập")).toBe("tan_lap_moi");
  expect(named("Đông")).toBeNull();
  expect(named("Đông", true)).toBe("tan_lap_dong");
  expect(named("1", true)).toBeNull();
  expect(named("2", true)).toBe("tan_lap_2");
  expect(named("Tổ 2")).toBe("tan_lap_2");
  expect(named("Tổ 1")).toBeNull();
  expect(named("Khu phố 2")).toBeNull();
  expect(read.read("Thôn Đoài cũ", day("2026-05-31"))).toBe("tan_lap_dong");
  expect(read.read("Thôn Đoài cũ", day("2025-05-31"))).toBeNull();
});

test("a ward that is none of the programme's is another ward; an old one is in its own days no other", () => {
  const [now, then] = [day("2026-10-31"), day("2025-03-31")];
  expect(leChan.isOtherWard("Phường Hải An", now)).toBe(true);
  expect(leChan.isOtherWard("P. An Biên", now)).toBe(true);
  expect(leChan.isOtherWard("Phường An Biên", then)).toBe(false);
  expect(leChan.isOtherWard("Phường Lê Chân", now)).toBe(false);
  expect(leChan.isOtherWard("Xã hội", now)).toBe(false);
  expect(leChan.isOtherWard("Tổ 99", now)).toBe(false);
});

test("the nearest areas to a text have its number first", () => {
  expect(leChan.nearest("TDP An Biên 12")[0]?.area_id).toBe("le_chan_tdp_12");
  expect(leChan.nearest("chợ")).toHaveLength(3);
});
