import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import type { Merge } from "../../../ingest/read/grid.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { filledRows, type LocatedTable, locate } from "../../../ingest/recognise/locate.ts";
import { recognise } from "../../../ingest/recognise/recognition.ts";
import { sheetOf } from "../grid.ts";

const forms = catalogue(await loadForms(), await loadAreas());

function tableOf(lines: string[], merges: Merge[] = []): LocatedTable {
  const sheet = sheetOf(lines, "T10", merges);
  const recognition = recognise(sheet, "x.xlsx", forms);
  if (recognition.kind !== "form") throw new Error(`not recognised: ${recognition.kind}`);
  const table = locate(sheet, recognition.match);
  const ignored = Object.values(table.ignored).reduce((sum, count) => sum + count, 0);
  expect(table.rows.length + table.after_end.length + ignored).toBe(filledRows(sheet).length);
  return table;
}

const HEADER = "STT|Tổ dân phố|Số hộ|Nhân khẩu thường trú|Tạm trú|Tạm vắng";

test("everything around the figures is read past by a named rule", () => {
  const table = tableOf([
    "CÔNG AN PHƯỜNG LÊ CHÂN||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/BC-CAP||Độc lập - Tự do - Hạnh phúc",
    "BÁO CÁO NHÂN KHẨU",
    "Tháng 10/2026",
    HEADER,
    "(1)|(2)|(3)|(4)|(5)|(6)",
    "soThuTu|toDanPho|soHo|thuong_tru|tam_tru|tam_vang",
    "|TỔNG SỐ|900|3000|100|20",
    "I|Khu vực Hàng Kênh",
    "1|Tổ dân phố 1|500|1700|60|10",
    "II|Khu vực Dư Hàng|400|1300|40|10",
    HEADER,
    "2|Tổ dân phố 2|400|1300|40|10",
    "|Trong đó: nữ|200|650|20|5",
    "(*) Số liệu tạm tính",
    "chưa gồm khách vãng lai",
    "||||Hải Phòng, ngày 15 tháng 10 năm 2026",
    "|Người lập biểu|||TRƯỞNG CÔNG AN PHƯỜNG",
    "|Nguyễn Văn Thử",
  ]);
  expect(table.rows).toEqual([
    { index: 7, is_total: true },
    { index: 9, is_total: false, headings: ["Khu vực Hàng Kênh"] },
    { index: 12, is_total: false, headings: ["Khu vực Dư Hàng"] },
  ]);
  expect(table.ignored).toEqual({
    letterhead: 2,
    title: 2,
    header: 1,
    column_numbers: 1,
    machine_names: 1,
    group: 1,
    subtotal: 1,
    repeated_header: 1,
    subset: 1,
    footnote: 2,
    signature: 3,
  });
  expect(table.below).toContain("Hải Phòng, ngày 15 tháng 10 năm 2026");
});

test("a formula of columns is a row of column numbers", () => {
  expect(tableOf([HEADER, "A|B|1|2 = 3+4|3|4", "1|Tổ 1|5|6|7|8"]).ignored).toEqual({
    header: 1,
    column_numbers: 1,
  });
});

test("figures that happen to rise are not column numbers further down", () => {
  const table = tableOf([HEADER, "1|2|3|5|6|7", "2|3|4|5|6|7", "3|4|5|6|7|8"]);
  expect(table.rows.map(({ index }) => index)).toEqual([1, 2, 3]);
});

test("figures below the signatures are not believed, and not lost", () => {
  const table = tableOf([HEADER, "1|Tổ 1|5|6|7|8", "|Người lập biểu", "2|Tổ 2|5|6|7|8"]);
  expect(table.after_end).toEqual([3]);
  expect(table.ignored).toEqual({ header: 1, signature: 1 });
});

test("a row with only a running number is a spacer", () => {
  expect(tableOf([HEADER, "1|Tổ 1|5|6|7|8", "2|||||"]).ignored).toEqual({ header: 1, spacer: 1 });
});

test("a group of offences with figures is a category, the total of unlike things is not", () => {
  const table = tableOf([
    "TT|Loại tội phạm|Số vụ xảy ra",
    "I|Tội phạm về trật tự xã hội|9",
    "1|Trộm cắp tài sản|5",
    "|Trong đó: nghiêm trọng|1",
    "|Tổng cộng|49",
  ]);
  expect(table.rows.map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(table.ignored).toEqual({ header: 1, total: 1 });
});
