import { expect, test } from "vitest";
import { readFile } from "../../../ingest/file/read_file.ts";
import { loadForms } from "../../../ingest/forms.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";

const tools = {
  catalogue: catalogue(await loadForms(), await loadAreas()),
  personKey: () => new Uint8Array(32).fill(7),
  log: () => {},
};

function outcomeOf(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}`);
  return readFile({ name: "a.csv", hash: "h", bytes, is_ignored: false }, tools);
}

test("a report of plan and done lands with its true cells, dated below", () => {
  const { rows, file, document_date } = outcomeOf([
    "BẢO HIỂM XÃ HỘI CƠ SỞ LÊ CHÂN;;;;;",
    "KẾT QUẢ THAM GIA BHXH;;;;;",
    "Tháng 10 năm 2026;;;;;",
    "STT;Chỉ tiêu;Đơn vị tính;Kế hoạch năm 2026;Thực hiện đến 31/10/2026;Tỷ lệ đạt (%)",
    "1;BHXH bắt buộc;người;39000;38210;97,97",
    "2;BHXH tự nguyện;người;3200;sai;92,2",
    "3;Cán bộ chuyên trách;người;3;2;66,7",
    ";;;;Lê Chân, ngày 05 tháng 11 năm 2026;",
    ";Người lập biểu;;;Thủ trưởng đơn vị;",
  ]);
  expect(file).toMatchObject({ form: "social_insurance_summary", rows_read: 9 });
  expect([file.rows_landed, file.rows_rejected, file.rows_ignored]).toEqual([1, 1, 7]);
  expect(document_date).toBe("2026-11-05");
  expect(rows.observations).toMatchObject([
    { measure: "compulsory", value: 38210, cell: "E5", period_end: "2026-10-31" },
  ]);
  const told = rows.rejects?.map(({ rule, cell }) => `${rule} ${cell}`);
  expect(told).toEqual(["not_a_number E6", "unknown_column B7", "column_read_past D4"]);
});

test("people of two halves of a list keep their rows", () => {
  const header = "STT;Họ và tên;Ngày sinh;Mã số BHXH;Tổ dân phố";
  const { rows, file } = outcomeOf([
    "DANH SÁCH NGƯỜI THAM GIA BHYT THÁNG 10/2026;;;;;;;;",
    `${header};${header}`,
    "1;Nguyễn Thị A;01/02/1980;3110000001;TDP 1;3;Nguyễn Thị C;01/02/1982;3110000003;TDP 2",
    "2;Nguyễn Thị B;01/02/1981;3110000002;TDP 1;4;Nguyễn Thị D;01/02/1983;3110000004;TDP 2",
  ]);
  expect([file.rows_read, file.rows_landed, file.rows_ignored]).toEqual([4, 2, 2]);
  const records = rows["records_health_insurance_members"] as { row: number; area_id: string }[];
  expect(records.map(({ row, area_id }) => `${row} ${area_id}`)).toEqual([
    "3 le_chan_tdp_01",
    "4 le_chan_tdp_01",
    "3 le_chan_tdp_02",
    "4 le_chan_tdp_02",
  ]);
  const cells = rows.observations?.map(({ value, cell }) => `${cell} ${value}`);
  expect(cells).toEqual(["A3 2", "F3 2"]);
});
