import { MACHINE_UNITS } from "../../parse/unit.ts";
import { type ProgrammeFile, type ProgrammeRow, rowsOf } from "../declaration.ts";
import { columnViolations } from "../ward_form_rules.ts";
import { WARD_COLUMN_TYPES } from "../ward_forms.ts";

const isFigures = ({ type }: ProgrammeRow) => type === "number" || type === "count";

/** Columns of the ward's own forms. Those of figures land as measures under the column's id. */
export const file: ProgrammeFile = {
  id: "form_columns",
  title_vi: "Các cột của biểu mẫu riêng",
  title_en: "Columns of the ward's own forms",
  is_added_to: true,
  key: ["form_id", "column_id"],
  columns: {
    form_id: {
      type: "reference",
      to: { file: "forms", column: "form_id" },
      is_required: true,
      vi: "mã biểu",
      en: "form",
    },
    column_id: {
      type: "text",
      is_required: true,
      vi: "mã cột: chữ thường không dấu, nối bằng _; chỉ tiêu gọi cột số bằng mã này",
      en: "id: small letters joined by _; indicators name a measure by it",
    },
    headers: {
      type: "text",
      is_required: true,
      vi: "tên cột như cơ quan viết; nhiều cách viết ngăn bằng dấu ; — tầng trên và tầng dưới ngăn bằng | — phần trong [ ] có hay không cũng được; không ghi ngày, tháng",
      en: "how offices head it; several ways parted by ; levels by | ; what stands in [ ] may be said or not; no dates",
    },
    type: {
      type: "one_of",
      values: WARD_COLUMN_TYPES,
      is_required: true,
      vi: "ordinal (số thứ tự), area (tổ dân phố, khu vực), period (kỳ), category (nhóm), unit (đơn vị tính), number (số), count (số đếm, nguyên), note (bỏ qua)",
      en: "ordinal, area, period, category, unit, number, count or note",
    },
    unit: {
      type: "one_of",
      values: MACHINE_UNITS,
      vi: "đơn vị tính của cột số: people (người), households (hộ), cases (vụ, việc), percent (%) …; để trống khi biểu có cột unit",
      en: "unit of a column of figures; empty where the form has a column of units",
    },
    kind: {
      type: "one_of",
      values: ["stock", "flow", "flow_ytd", "ratio"],
      vi: "stock (có tại thời điểm), flow (phát sinh trong kỳ), flow_ytd (lũy kế từ đầu năm), ratio (tỷ lệ)",
      en: "stock, flow, flow_ytd or ratio",
    },
    minimum: { type: "decimal", vi: "số nhỏ nhất có thể", en: "smallest possible value" },
    maximum: { type: "decimal", vi: "số lớn nhất có thể", en: "largest possible value" },
    is_required: {
      type: "yes_no",
      vi: "có: thiếu cột này thì trang không phải biểu này",
      en: "without this column the sheet is not of this form",
    },
    is_subset: {
      type: "yes_no",
      vi: "có: đã nằm trong cột khác (trong đó), không cộng thêm",
      en: "counted in another column too: never added to it",
    },
    categories: {
      type: "list",
      vi: "chỉ cột category: các nhóm, mỗi cách viết một mục mã=Cách viết, ngăn bằng |; để trống là nhận như viết trong tệp",
      en: "of a category column: id=text for each way of writing, joined by a bar; empty lands as written",
    },
    note: { type: "text", vi: "ghi chú", en: "note" },
  },
  rules: [
    {
      column: "column_id",
      vi: "chữ thường không dấu, chữ số và _, bắt đầu bằng chữ",
      en: "small letters, digits and _, a letter first",
      holds: ({ column_id }) => column_id === null || /^[a-z][a-z0-9_]*$/.test(String(column_id)),
    },
    {
      column: "kind",
      vi: "stock, flow, flow_ytd hoặc ratio, khi type là number hay count",
      en: "stock, flow, flow_ytd or ratio where type is number or count",
      holds: (row) => !isFigures(row) || row["kind"] !== null,
    },
    ...["unit", "kind", "minimum", "maximum", "is_subset"].map((column) => ({
      column,
      vi: "ô trống, khi type không phải number hay count",
      en: "nothing where type is neither number nor count",
      holds: (row: ProgrammeRow) =>
        isFigures(row) || row["type"] === null || (row[column] ?? null) === null,
    })),
    {
      column: "kind",
      vi: "ratio, khi unit là percent",
      en: "ratio where unit is percent",
      holds: ({ unit, kind }) => unit !== "percent" || kind === null || kind === "ratio",
    },
    {
      column: "maximum",
      vi: "số lớn hơn minimum",
      en: "a number above minimum",
      holds: ({ minimum: low = null, maximum: high = null }) =>
        low === null || high === null || low < high,
    },
    {
      column: "categories",
      vi: "các mục mã=Cách viết ngăn bằng |, chỉ khi type là category",
      en: "id=text joined by a bar, only where type is category",
      holds: ({ type, categories }) =>
        categories === null ||
        (type === "category" &&
          String(categories)
            .split("|")
            .every((each) => /^[a-z][a-z0-9_]*=.*\p{L}/u.test(each))),
    },
  ],
  check: (tables) => columnViolations(rowsOf(tables, "form_columns")),
};
