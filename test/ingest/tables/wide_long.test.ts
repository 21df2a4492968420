import fc from "fast-check";
import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

/** Forms with an area column: a title that dates and names them, and three of their headers. */
const FORMS: Record<string, { title: string; headers: readonly [string, string, string] }> = {
  health_insurance_summary: {
    title: "BẢO HIỂM Y TẾ THÁNG 10/2026",
    headers: ["Số người tham gia BHYT", "Chỉ tiêu giao", "Tỷ lệ đạt kế hoạch"],
  },
  police_population: {
    title: "NHÂN KHẨU THÁNG 10/2026",
    headers: ["Số hộ", "Nhân khẩu thường trú", "Tạm trú"],
  },
  police_callup: {
    title: "TUYỂN QUÂN NĂM 2026",
    headers: ["Chỉ tiêu giao quân", "Khám tuyển", "Giao quân"],
  },
  police_drugs: {
    title: "NGƯỜI NGHIỆN MA TÚY QUÝ III/2026",
    headers: ["Người nghiện có hồ sơ quản lý", "Người sử dụng trái phép", "Ngoài xã hội"],
  },
};

// percentages of at most 1 may be fractions and are asked about
const figure = fc.integer({ min: 2, max: 90 });
const figures = fc.array(fc.tuple(figure, figure, figure), {
  minLength: 2,
  maxLength: 6,
});

/** What landed, wherever it stands. */
function landedOf(lines: readonly string[]): string[] {
  const { landed } = read(one(lines, { landed: [] }));
  return landed.map((line) => line.replace(/^\S+ /, "")).sort();
}

test.each(Object.entries(FORMS))("%s lands the same wide, turned and long", (_, form) => {
  const { title, headers } = form;
  fc.assert(
    fc.property(figures, (rows) => {
      const areas = rows.map((_, index) => `TDP ${index + 20}`);
      const records = rows.map((row, index) => [areas[index], ...row].join("|"));
      const wide = [title, ["Tổ dân phố", ...headers].join("|"), ...records];
      const turned = [
        title,
        ["TT", "Nội dung", ...areas].join("|"),
        ...headers.map((header, at) => [at + 1, header, ...rows.map((row) => row[at])].join("|")),
      ];
      const long = [
        title,
        "Tổ dân phố|Chỉ tiêu|Giá trị",
        ...rows.flatMap((row, index) =>
          headers.map((header, at) => [areas[index], header, row[at]].join("|")),
        ),
      ];
      const expected = landedOf(wide);
      expect(expected).toHaveLength(rows.length * 3);
      expect(landedOf(turned)).toEqual(expected);
      expect(landedOf(long)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

const months = fc.array(fc.tuple(fc.nat(90), fc.nat(90)), { minLength: 2, maxLength: 6 });

test("months down, across and in a long form land the same", () => {
  fc.assert(
    fc.property(months, (rows) => {
      const names = rows.map((_, index) => `Tháng ${index + 1}/2026`);
      const [title, headers] = ["BẢO HIỂM XÃ HỘI NĂM 2026", ["BHXH bắt buộc", "BHXH tự nguyện"]];
      const down = [
        title,
        ["Tháng", ...headers].join("|"),
        ...rows.map((row, index) => [names[index], ...row].join("|")),
      ];
      const turned = [
        title,
        ["Nội dung", ...names].join("|"),
        ...headers.map((header, at) => [header, ...rows.map((row) => row[at])].join("|")),
      ];
      const long = [
        title,
        "Kỳ|Chỉ tiêu|Giá trị",
        ...rows.flatMap((row, index) =>
          headers.map((header, at) => [names[index], header, row[at]].join("|")),
        ),
      ];
      const periodsOf = (lines: readonly string[]) =>
        read(one(lines, { landed: [] }))
          .observations.map((row) => `${row.measure} ${row.period_end} ${row.area_id} ${row.value}`)
          .sort();
      const expected = periodsOf(down);
      expect(expected).toHaveLength(rows.length * 2);
      expect(periodsOf(turned)).toEqual(expected);
      expect(periodsOf(long)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
