import { expect, test } from "vitest";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { addressIn } from "../../../ingest/read/cell_place.ts";
import { sheetTables } from "../../../ingest/tables/sheet_tables.ts";
import { sheetOf } from "../grid.ts";
import { one, read } from "../sheet_case.ts";

const LINES = [
  "BÁO CÁO TÌNH HÌNH THAM GIA BẢO HIỂM Y TẾ|",
  "Tháng 10 năm 2026|",
  "STT|Chỉ tiêu|ĐVT|TDP 1|TDP 2|TDP 3",
  "1|Dân số|người|1500||1700",
  "2|Số người tham gia BHYT|người|1400|1500|1600",
  "3|Số người hưởng chế độ ABC|người|200|210|220",
  "|Trong đó||||",
  "|- Hộ gia đình|người|300|310|320",
];

test("what is said of a label is said at the cell where it is written", () => {
  const { told } = read(one(LINES, { landed: [] }));
  expect(told).toContain("warning unknown_column B6");
  expect(told).toContain("warning unknown_column B8");
});

test("every cell of a made table stands in the file where its text does, or where a gap is", async () => {
  const sheet = sheetOf(LINES);
  const [region] = sheetTables(sheet, { areas: await loadAreas() });
  const made = region?.readings.filter(({ layout }) => layout === "turned") ?? [];
  expect(made).not.toEqual([]);
  for (const { tables } of made)
    for (const { sheet: table } of tables) {
      const gap = table.rows.findLastIndex((row) => row[0]?.text === "TDP 2");
      expect(addressIn(table, gap, 1)).toBe("E4");
      const header = table.rows.findIndex((row) => row[1]?.text.startsWith("Dân số"));
      expect(addressIn(table, header, 1)).toBe("B4");
      expect(addressIn(table, gap - 2, 1)).toBe("B4");
    }
});
