import {
  type ProgrammeFile,
  type ProgrammeTables,
  rowsOf,
  type Violation,
  within,
} from "../declaration.ts";
import { shippedForms } from "../ward_forms.ts";

/** The registry: adding an indicator is adding a row. */
export const file: ProgrammeFile = {
  id: "indicators",
  title_vi: "Chỉ tiêu",
  title_en: "Indicators",
  is_required: true,
  when_empty: "error",
  key: ["indicator_id"],
  columns: {
    indicator_id: { type: "text", is_required: true, vi: "mã", en: "code" },
    sort_order: {
      type: "whole",
      is_required: true,
      vi: "thứ tự trên trang, cách nhau 10 để chèn được",
      en: "position on pages, in tens so that one can be put between",
    },
    section_id: {
      type: "reference",
      to: { file: "sections", column: "section_id" },
      is_required: true,
      vi: "mục của chương trình",
      en: "section of the programme",
    },
    title_vi: { type: "text", is_required: true, vi: "tên", en: "name in Vietnamese" },
    title_en: { type: "text", is_required: true, vi: "tên tiếng Anh", en: "name in English" },
    unit: {
      type: "text",
      is_required: true,
      vi: "đơn vị tính bằng một từ tiếng Anh: percent, people, cases, units, tonnes …",
      en: "percent where the scale is 100; else what is counted or weighed, as people, cases, tonnes",
    },
    unit_vi: { type: "text", is_required: true, vi: "đơn vị tính", en: "unit in Vietnamese" },
    unit_en: {
      type: "text",
      is_required: true,
      vi: "đơn vị bằng tiếng Anh",
      en: "unit in English",
    },
    counted_vi: {
      type: "text",
      vi: "tử số của tỷ lệ đếm gì; để trống khi nói bằng điểm phần trăm thì hơn",
      en: "what the numerator of a share counts; empty where paces are better said in points",
    },
    counted_en: { type: "text", vi: "như trên, bằng tiếng Anh", en: "the same in English" },
    kind: {
      type: "one_of",
      values: [
        "reported",
        "ratio",
        "count_of_records",
        "cumulative_since",
        "share_of_areas",
        "median_duration",
      ],
      is_required: true,
      vi: "cách tính: báo cáo, tỷ lệ, đếm dòng, lũy kế từ ngày, tỷ lệ tổ, trung vị số ngày",
      en: "reported, ratio, count_of_records, cumulative_since, share_of_areas or median_duration",
    },
    direction: {
      type: "one_of",
      values: ["up", "down", "keep"],
      is_required: true,
      vi: "chiều tốt: up (tăng), down (giảm), keep (giữ)",
      en: "up, down or keep",
    },
    lower_bound: { type: "decimal", vi: "giá trị nhỏ nhất có thể", en: "smallest possible value" },
    upper_bound: {
      type: "decimal",
      vi: "giá trị lớn nhất có thể, để trống khi không có",
      en: "largest possible value, empty where there is none",
    },
    frequency: {
      type: "one_of",
      values: ["month", "quarter", "year"],
      is_required: true,
      vi: "kỳ: month, quarter, year",
      en: "month, quarter or year",
    },
    decimals: { type: "whole", is_required: true, vi: "số chữ số thập phân", en: "decimals shown" },
    visibility: {
      type: "one_of",
      values: ["public", "internal"],
      is_required: true,
      vi: "public (công khai) hoặc internal (nội bộ)",
      en: "public, or internal where figures by neighbourhood stay inside",
    },
    agency_id: {
      type: "reference",
      to: { file: "agencies", column: "agency_id" },
      is_required: true,
      vi: "cơ quan chịu trách nhiệm về số",
      en: "agency that answers for the figure",
    },
    definition_vi: { type: "text", vi: "khái niệm", en: "definition in Vietnamese" },
    definition_en: { type: "text", vi: "khái niệm bằng tiếng Anh", en: "definition in English" },
    formula_vi: { type: "text", vi: "công thức", en: "formula in Vietnamese" },
    formula_en: { type: "text", vi: "công thức bằng tiếng Anh", en: "formula in English" },
    numerator_form: {
      type: "form",
      vi: "biểu của tử số hoặc của giá trị; để trống khi chỉ có biểu theo dõi",
      en: "form of the numerator or of the value; empty when only the tracking form feeds it",
    },
    numerator_measures: {
      type: "list",
      vi: "các cột số cộng lại, ngăn bằng dấu |; dấu trừ ở đầu là trừ đi",
      en: "measures to add, joined by a bar; a leading minus subtracts",
    },
    numerator_category: {
      type: "text",
      vi: "nhóm của dòng; để trống là dòng không chia nhóm, * là mọi dòng",
      en: "category of the rows; empty for rows without one, * for all rows added",
    },
    denominator_form: { type: "form", vi: "biểu của mẫu số", en: "form of the denominator" },
    denominator_measures: {
      type: "list",
      vi: "các cột số cộng lại, như trên",
      en: "measures to add, as above",
    },
    denominator_category: {
      type: "text",
      vi: "nhóm của dòng, như trên",
      en: "category of the rows, as above",
    },
    denominator_lens: {
      type: "reference",
      to: { file: "denominator_lenses", column: "lens_id" },
      vi: "mẫu số là dân số nào, để trống khi không phải dân số",
      en: "which population the denominator is, empty where it is no population",
    },
    fallback_measures: {
      type: "list",
      vi: "cột số của biểu tử số thay cho mẫu số còn thiếu",
      en: "measures of the numerator's own form that stand in for a missing denominator",
    },
    max_age_days: {
      type: "whole",
      vi: "mẫu số được cũ mấy ngày; để trống khi phải cùng kỳ",
      en: "how old the denominator may be; empty when both must be of the same period",
    },
    scale: {
      type: "decimal",
      is_required: true,
      vi: "hệ số, 100 với tỷ lệ %",
      en: "factor of the ratio, 100 for percentages",
    },
    counted_since: {
      type: "date",
      vi: "chỉ đếm việc từ ngày này",
      en: "records that happened before this date do not count",
    },
    area_ratio_limit: {
      type: "decimal",
      vi: "share_of_areas: địa bàn được tính khi tỷ lệ % của nó dưới mức này",
      en: "share_of_areas: an area counts while its ratio in percent is below this",
    },
    area_count_measures: {
      type: "list",
      vi: "share_of_areas: các cột số khác của biểu cũng được đếm",
      en: "share_of_areas: measures of the numerator's form that are counted too",
    },
    area_count_limit: {
      type: "whole",
      vi: "share_of_areas: địa bàn được tính khi số đếm ấy dưới mức này",
      en: "share_of_areas: an area counts while that count is below this",
    },
    temporal_aggregation: {
      type: "one_of",
      values: ["sum", "last", "recompute"],
      is_required: true,
      vi: "giá trị quý, năm: sum (cộng), last (kỳ cuối), recompute (tính lại từ tử và mẫu)",
      en: "value of a quarter, half or year: sum of flows, last of stocks, or recompute of ratios of flows and of medians",
    },
    reference_series: {
      type: "text",
      vi: "mã chuỗi đã công bố để so sánh",
      en: "measure code of the published comparison line",
    },
    disclosure: {
      type: "one_of",
      values: ["none", "general", "sensitive"],
      vi: "bản công khai ẩn gì: none, general (số 1-4), sensitive (cả 1-9 theo tổ); để trống là sensitive",
      en: "what the public edition hides: none, general (counts of 1-4), sensitive (also 1-9 by neighbourhood); empty is sensitive",
    },
  },
  rules: [
    within("decimals", 0, 6),
    within("max_age_days", 0),
    {
      column: "scale",
      vi: "số lớn hơn 0",
      en: "a number above 0",
      holds: ({ scale }) => scale === null || Number(scale) > 0,
    },
    {
      column: "unit",
      vi: "chữ thường tiếng Anh, nối bằng _: percent, people, square_metres",
      en: "small letters, joined by _: percent, people, square_metres",
      holds: ({ unit }) => unit === null || /^[a-z][a-z_]*$/.test(String(unit)),
    },
    {
      column: "scale",
      vi: "100, khi unit là percent",
      en: "100 where the unit is percent",
      holds: ({ unit, scale }) => unit !== "percent" || scale === null || scale === 100,
    },
    {
      column: "unit",
      vi: "percent, points hoặc có per_, khi kind là ratio hay share_of_areas",
      en: "percent, points or with per_ where kind is ratio or share_of_areas",
      holds: ({ kind, unit }) =>
        (kind !== "ratio" && kind !== "share_of_areas") ||
        unit === null ||
        /^(percent|points)$|per_/.test(String(unit)),
    },
    {
      column: "counted_since",
      vi: "ngày, khi kind là cumulative_since",
      en: "a date where kind is cumulative_since",
      holds: ({ kind, counted_since }) => kind !== "cumulative_since" || counted_since !== null,
    },
    {
      column: "upper_bound",
      vi: "số lớn hơn lower_bound",
      en: "a number above lower_bound",
      holds: ({ lower_bound: low = null, upper_bound: high = null }) =>
        low === null || high === null || low < high,
    },
  ],
  check: (tables) => [...lensesOtherThanDenominators(tables), ...unknownMeasures(tables)],
};

/** What an indicator takes from a form of the ward's own must be columns of figures that it has. */
function unknownMeasures(tables: ProgrammeTables): Violation[] {
  const columns = rowsOf(tables, "form_columns").filter(
    ({ type }) => type === "number" || type === "count",
  );
  const own = new Set(
    rowsOf(tables, "forms")
      .map(({ form_id }) => form_id)
      .filter((id) => !shippedForms.has(String(id))),
  );
  return rowsOf(tables, "indicators").flatMap((row) =>
    ["numerator", "denominator"].flatMap((side): Violation[] => {
      const [form, column] = [row[`${side}_form`] ?? null, `${side}_measures`];
      const known = columns
        .filter(({ form_id }) => form_id === form)
        .map((each) => each["column_id"]);
      const named = String(row[column] ?? "")
        .split("|")
        .filter((each) => each !== "");
      if (!own.has(form) || named.every((each) => known.includes(each.replace(/^-/, ""))))
        return [];
      const vi = `các cột số của biểu ${form}: ${known.join(", ")}`;
      return [{ row, column, vi, en: `columns of figures of ${form}: ${known.join(", ")}` }];
    }),
  );
}

/** The registry says twice what the denominator is, by measures and by name; both mean the same. */
function lensesOtherThanDenominators(tables: ProgrammeTables): Violation[] {
  const lenses = new Map(rowsOf(tables, "denominator_lenses").map((row) => [row["lens_id"], row]));
  return rowsOf(tables, "indicators").flatMap((row): Violation[] => {
    const lens =
      row["denominator_lens"] === null ? null : lenses.get(row["denominator_lens"] ?? null);
    if (!lens) return [];
    const form = lens["form"] ?? row["numerator_form"] ?? "";
    const measures = lens["measures"] ?? row["fallback_measures"] ?? "";
    const isSame =
      (row["denominator_form"] ?? "") === form && (row["denominator_measures"] ?? "") === measures;
    if (isSame) return [];
    const vi = `dân số có đúng mẫu số của chỉ tiêu; ${lens["lens_id"]} là ${form} · ${measures}`;
    return [
      {
        row,
        column: "denominator_lens",
        vi,
        en: `the population that is the indicator's denominator; ${lens["lens_id"]} is ${form} · ${measures}`,
      },
    ];
  });
}
