import type { IndicatorLink } from "../file/drafted_form.ts";
import type { Form, Measure } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { nearestText } from "../parse/nearest.ts";
import type { CellChange } from "../programme/csv_changes.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "../programme/declaration.ts";
import { INDICATOR_ROLES } from "../programme/form_workbook.ts";

/** What of the links of a form can be written into the registry, and what is told instead. */
export interface PlannedLinks {
  cells: CellChange[];
  told: { cell: string | null; found: string; vi: string; en: string }[];
}

type Side = "numerator" | "denominator";

/** Which cells of indicators the links fill: empty ones only, several columns of one role together. */
export function planLinks(
  links: readonly IndicatorLink[],
  form: Form,
  tables: ProgrammeTables,
): PlannedLinks {
  const planned: PlannedLinks = { cells: [], told: [] };
  const indicators = rowsOf(tables, "indicators");
  const sides = links.flatMap((link) => {
    const row = indicatorOf(link.indicator, indicators);
    const side = sideOf(link.role);
    const need = needOf(link, row, side, form, indicators);
    if (need) planned.told.push({ cell: link.cell, found: link.indicator, ...need });
    return need || !row || !side ? [] : [{ link, row, side }];
  });
  planned.told.push(...numeratorsAlone(sides));
  const groups = Map.groupBy(sides, ({ row, side }) => `${row["indicator_id"]} ${side}`);
  for (const [first, ...others] of groups.values())
    if (first)
      plan(
        first,
        [first, ...others].map(({ link }) => link.column_id),
        form,
        planned,
      );
  return planned;
}

/** A share whose whole nobody names, here or in the registry, is no indicator yet: it is told, and linked. */
function numeratorsAlone(
  sides: readonly { link: IndicatorLink; row: ProgrammeRow; side: Side }[],
): PlannedLinks["told"] {
  const wholes = new Set(
    sides.flatMap(({ row, side }) => (side === "denominator" ? [row["indicator_id"]] : [])),
  );
  const alone = sides.filter(
    ({ link, row }) =>
      wordKey(link.role) === wordKey(INDICATOR_ROLES.numerator) &&
      !COUNTED.includes(String(row["kind"])) &&
      !wholes.has(row["indicator_id"]) &&
      (row["denominator_form"] ?? null) === null,
  );
  return alone.map(({ link, row }) => {
    const id = row["indicator_id"];
    return {
      cell: link.cell,
      found: link.indicator,
      vi: `cột nào là mẫu số của ${id}: một cột “Dùng làm” là mẫu số, nếu không chỉ tiêu chưa tính được`,
      en: `which column is the denominator of ${id}: without one the indicator can't be computed`,
    };
  });
}

function plan(
  { link, row, side }: { link: IndicatorLink; row: ProgrammeRow; side: Side },
  measures: readonly string[],
  form: Form,
  { cells, told }: PlannedLinks,
): void {
  const key = String(row["indicator_id"]);
  const wanted: [column: string, text: string][] = [
    [`${side}_form`, form.id],
    [`${side}_measures`, measures.join("|")],
  ];
  const taken = wanted.find(
    ([column, text]) => ![null, text].includes(row[column] as string | null),
  );
  if (taken) {
    const [column, text] = taken;
    const vi = `${column} của ${key} còn trống; đang là ${row[column]}, sổ này cần ${text}`;
    const en = `${column} of ${key} to be empty; it is ${row[column]}, this workbook needs ${text}`;
    told.push({ cell: link.cell, found: link.indicator, vi, en });
    return;
  }
  for (const [column, text] of wanted)
    if ((row[column] ?? null) === null) cells.push({ key, column, text });
  if (form.keys.category && (row[`${side}_category`] ?? null) === null) {
    const vi = `${side}_category của ${key}: nhóm nào của biểu, hoặc * là mọi dòng cộng lại`;
    const en = `${side}_category of ${key}: which category, or * for all rows added`;
    told.push({ cell: link.cell, found: link.indicator, vi, en });
  }
}

/** By its code, or by its title where that is the only one. */
function indicatorOf(text: string, rows: readonly ProgrammeRow[]): ProgrammeRow | undefined {
  const key = wordKey(text);
  const [code = ""] = text.split(/\s[·–-]\s/);
  return (
    rows.find((row) => wordKey(String(row["indicator_id"])) === wordKey(code)) ??
    rows.find((row) => wordKey(String(row["title_vi"])) === key)
  );
}

function sideOf(role: string): Side | null {
  const key = wordKey(role);
  if (key === wordKey(INDICATOR_ROLES.denominator) || key === "denominator") return "denominator";
  const isNumerator = [INDICATOR_ROLES.numerator, INDICATOR_ROLES.value, "numerator", "value"];
  return isNumerator.some((each) => wordKey(each) === key) ? "numerator" : null;
}

/** Kinds of indicators whose value is the figure itself: both must be in one unit. */
const COUNTED: readonly string[] = ["reported", "cumulative_since"];

function unitText(unit: Measure["unit"] | undefined): string {
  return typeof unit === "string" ? unit : "cột đơn vị tính (a column of units)";
}

function needOf(
  { indicator, column_id }: IndicatorLink,
  row: ProgrammeRow | undefined,
  side: Side | null,
  { measures }: Form,
  rows: readonly ProgrammeRow[],
): { vi: string; en: string } | null {
  const near = nearestText(
    indicator,
    rows.map((each) => String(each["indicator_id"])),
  );
  if (!row)
    return {
      vi: `mã một chỉ tiêu của chương trình (gần nhất: ${near})`,
      en: `an indicator of the programme (the nearest is ${near})`,
    };
  if (!measures[column_id])
    return { vi: "chỉ tiêu chỉ ở cột số", en: "an indicator at a column of figures only" };
  const unit = measures[column_id]?.unit;
  if (side === "numerator" && COUNTED.includes(String(row["kind"])) && unit !== row["unit"])
    return {
      vi: `một cột tính bằng ${row["unit"]} như chỉ tiêu; cột này tính bằng ${unitText(unit)}`,
      en: `a column in ${row["unit"]} as the indicator; this one is in ${unitText(unit)}`,
    };
  if (side) return null;
  const roles = Object.values(INDICATOR_ROLES).join(", ");
  return {
    vi: `cột Dùng làm là một trong: ${roles}`,
    en: "a role beside it: numerator, denominator or value",
  };
}
