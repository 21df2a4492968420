import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { type Ask, type DatabaseRow, withPublished } from "../lib/store/database.ts";
import { defineCommand, runCommand, withHome } from "./run/command.ts";
import { periodLabel } from "./run/period_label.ts";

const command = withHome(
  defineCommand(
    "explain",
    "Một con số từ đâu ra: ô, tệp, quy tắc, sửa đổi · the cells, files, rules and corrections behind one number.",
  ),
)
  .argument("<indicator>", "mã chỉ tiêu · indicator, as HI_COVERAGE")
  .argument("<area>", "khu vực: mã hoặc tên · area id, code or name, as 'Tổ dân phố số 12'")
  .argument("<period>", "kỳ, như 10/2026, quý III/2026, 2026 · period, as 2026-10, 2026-Q3, 2026");

/** The label of a period, as people type it. */
const label = `case frequency
    when 'month' then strftime(period_end, '%Y-%m')
    when 'quarter' then strftime(period_end, '%Y') || '-Q' || quarter(period_end)
    else strftime(period_end, '%Y') end`;

const thatNumber = `indicator_id = $indicator and area_id = $area and ${label} = $period`;

const questions = {
  indicator: "select * from marts.dim_indicators where upper(indicator_id) = upper($indicator)",
  indicators: "select indicator_id from marts.dim_indicators order by sort_order",
  area: `select area_id, name from marts.dim_areas
    where valid_to is null and (area_id = lower($area) or code = $area
      or strip_accents(lower(name)) = strip_accents(lower($area)))
    order by area_id limit 1`,
  areas: `select area_id, code, name from marts.dim_areas
    where valid_to is null order by sort_order limit 5`,
  observation: `select *, ${label} as label from marts.fct_observations where ${thatNumber}`,
  periods: `select ${label} as label from marts.fct_observations
    where indicator_id = $indicator and area_id = $area order by period_end desc limit 5`,
  lineage: `select role, form, measure, file_name, left(file_hash, 12) as file_hash, sheet, cells
    from marts.fct_lineage where ${thatNumber} order by role, form, measure, file_name, sheet, cells`,
  revisions: `select reported_at::varchar as reported_at, role, part_before, part_after, value_before,
      value_after, reason, file_name
    from marts.fct_revisions where ${thatNumber} order by reported_at, role, file_name`,
  quality: `select severity, message_vi, message_en from marts.fct_quality
    where indicator_id = $indicator and (area_id = $area or area_id is null)
      and (period_end is null or period_end = $period_end::date)
    order by severity, rule_id, message_en limit 20`,
};

await runCommand<{ home: string }>(command, async ({ home }, indicator, area, period) => {
  const lines = await withPublished(home, (ask) =>
    explain(ask, indicator as string, area as string, period as string),
  );
  process.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.done;
});

async function explain(ask: Ask, indicator: string, area: string, period: string) {
  const about = await findIndicator(ask, indicator);
  const place = await findArea(ask, area);
  const key = {
    indicator: String(about["indicator_id"]),
    area: String(place["area_id"]),
    period: periodLabel(period),
  };
  const observation = await findObservation(ask, key);
  const quality = {
    indicator: key.indicator,
    area: key.area,
    period_end: String(observation["period_end"]),
  };
  return [
    `${about["indicator_id"]} · ${about["title_vi"]} · ${about["title_en"]}`,
    `${place["name"]} (${place["area_id"]}) · ${observation["label"]}: ${observation["period_start"]} … ${observation["period_end"]}`,
    "",
    ...describeValue(observation, about),
    ...section("Nguồn · sources", (await ask(questions.lineage, key)).map(describeLineage)),
    ...section("Sửa đổi · revisions", (await ask(questions.revisions, key)).map(describeRevision)),
    ...section("Lưu ý · notes", (await ask(questions.quality, quality)).map(describeQuality)),
  ];
}

async function findIndicator(ask: Ask, indicator: string): Promise<DatabaseRow> {
  const [found] = await ask(questions.indicator, { indicator });
  if (found) return found;
  const known = (await ask(questions.indicators)).map((row) => row["indicator_id"]).join(", ");
  throw new UsageError(
    `không có chỉ tiêu này · unknown indicator: ${indicator}\nchỉ tiêu · indicators: ${known}`,
  );
}

async function findArea(ask: Ask, area: string): Promise<DatabaseRow> {
  const [found] = await ask(questions.area, { area });
  if (found) return found;
  const known = (await ask(questions.areas)).map(describeArea).join(", ");
  throw new UsageError(`không có khu vực · unknown area: ${area} (${known} …)`);
}

function describeArea({ area_id, code, name }: DatabaseRow): string {
  return `${area_id} = ${name}${code ? ` = ${code}` : ""}`;
}

async function findObservation(ask: Ask, key: Record<string, string>): Promise<DatabaseRow> {
  const [found] = await ask(questions.observation, key);
  if (found) return found;
  const { indicator, area } = key as { indicator: string; area: string };
  const periods = (await ask(questions.periods, { indicator, area })).map((row) => row["label"]);
  const had = periods.join(", ") || "chưa có số liệu nào · none at all";
  throw new UsageError(
    `không có số liệu kỳ · no figure for ${key["period"]}: ${indicator} ${area}; gần nhất · latest: ${had}`,
  );
}

function describeValue(observation: DatabaseRow, about: DatabaseRow): string[] {
  const parts =
    observation["numerator"] === null
      ? []
      : [
          `  tử số · numerator      ${observation["numerator"]}`,
          `  mẫu số · denominator   ${observation["denominator"] ?? "–"}`,
        ];
  return [
    `  giá trị · value        ${observation["value"]} ${about["unit_vi"]}`,
    ...parts,
    ...(about["formula_vi"]
      ? [`  cách tính · formula    ${about["formula_vi"]} · ${about["formula_en"]}`]
      : []),
    `  tính chất · standing   ${observation["basis"]}, ${observation["maturity"]}${observation["is_estimated"] ? ", ước tính · estimated" : ""}${observation["is_sample"] ? ", DỮ LIỆU MẪU · SAMPLE DATA" : ""}`,
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function describeLineage(row: DatabaseRow): string {
  return `${row["role"]}: ${row["form"]}.${row["measure"]} · ${row["file_name"]} (${row["file_hash"]}) · ${row["sheet"]}!${row["cells"]}`;
}

function describeRevision(row: DatabaseRow): string {
  return `${String(row["reported_at"]).slice(0, 10)} ${row["role"]}: ${row["part_before"]} → ${row["part_after"]} (${row["value_before"]} → ${row["value_after"]}) ${row["reason"]} · ${row["file_name"]}`;
}

function describeQuality(row: DatabaseRow): string {
  return `${row["severity"]}: ${row["message_vi"]} · ${row["message_en"]}`;
}
