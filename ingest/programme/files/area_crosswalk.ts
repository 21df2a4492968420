import {
  datesInOrder,
  type ProgrammeFile,
  type ProgrammeRow,
  rowsOf,
  type Violation,
} from "../declaration.ts";

const ELSEWHERE = "elsewhere";
const area = { file: "areas", column: "area_id" };

/** How areas pass into the areas that came after them, one hop at a time. */
export const file: ProgrammeFile = {
  id: "area_crosswalk",
  title_vi: "Quy đổi địa bàn cũ sang mới",
  title_en: "Crosswalk of areas",
  key: ["source_area_id", "target_area_id", "valid_from"],
  columns: {
    source_area_id: {
      type: "reference",
      to: area,
      is_required: true,
      vi: "địa bàn cũ",
      en: "former area",
    },
    valid_from: {
      type: "date",
      is_required: true,
      vi: "ngày đầu của địa bàn cũ",
      en: "first day of the former area's version",
    },
    valid_to: { type: "date", is_required: true, vi: "ngày cuối của nó", en: "last day of it" },
    target_area_id: {
      type: "reference",
      to: area,
      or: [ELSEWHERE],
      is_required: true,
      vi: "địa bàn kế tiếp; elsewhere là phần về nơi khác",
      en: "area that came after, or elsewhere for what left the ward",
    },
    weight: {
      type: "decimal",
      is_required: true,
      vi: "phần của địa bàn cũ chuyển sang, từ 0 đến 1",
      en: "share of the source that passes to the target",
    },
    weight_low: {
      type: "decimal",
      is_required: true,
      vi: "ít nhất có thể",
      en: "the least it can be",
    },
    weight_high: {
      type: "decimal",
      is_required: true,
      vi: "nhiều nhất có thể",
      en: "the most it can be",
    },
    basis: {
      type: "one_of",
      values: ["whole", "neighbourhood_list", "register_count", "area", "assumed"],
      is_required: true,
      vi: "căn cứ: whole (trọn), neighbourhood_list, register_count, area (diện tích), assumed (giả định)",
      en: "whole, neighbourhood_list, register_count, area or assumed",
    },
    note: { type: "text", vi: "nguồn của tỷ lệ", en: "source of the weight" },
  },
  rules: [
    datesInOrder("valid_from", "valid_to"),
    {
      column: "weight",
      vi: "0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1",
      en: "0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1",
      holds: ({ weight, weight_low: low, weight_high: high }) =>
        [weight, low, high].some((each) => each === null) ||
        (0 <= Number(low) &&
          Number(low) <= Number(weight) &&
          Number(weight) <= Number(high) &&
          Number(high) <= 1),
    },
    {
      column: "weight",
      vi: "1 khi basis là whole",
      en: "1 where basis is whole",
      holds: ({ basis, weight }) => basis !== "whole" || weight === null || weight === 1,
    },
    {
      column: "target_area_id",
      vi: "địa bàn khác với source_area_id",
      en: "another area than source_area_id",
      holds: ({ source_area_id, target_area_id }) =>
        source_area_id === null || source_area_id !== target_area_id,
    },
  ],
  check: (tables) => {
    const rows = rowsOf(tables, "area_crosswalk");
    return [...sumsOtherThanOne(rows), ...gaps(rows, rowsOf(tables, "areas"))];
  },
};

function sumsOtherThanOne(rows: readonly ProgrammeRow[]): Violation[] {
  const sources = new Map<string, ProgrammeRow[]>();
  for (const row of rows) {
    const source = `${row["source_area_id"]} ${row["valid_from"]}`;
    sources.set(source, [...(sources.get(source) ?? []), row]);
  }
  return [...sources.values()].flatMap((group) => {
    const sum = group.reduce((total, { weight }) => total + Number(weight ?? 0), 0);
    const [row] = group;
    if (!row || Math.abs(sum - 1) <= 0.000001) return [];
    const total = Number(sum.toFixed(9));
    const vi = `các weight của ${row["source_area_id"]} cộng lại bằng 1; đang là ${total}`;
    return [
      {
        row,
        column: "weight",
        vi,
        en: `weights of ${row["source_area_id"]} that sum to 1; they sum to ${total}`,
      },
    ];
  });
}

/** A former area passes into areas that begin the day after it ended; the dates are the area's. */
function gaps(rows: readonly ProgrammeRow[], areas: readonly ProgrammeRow[]): Violation[] {
  const byId = new Map(areas.map((each) => [each["area_id"], each]));
  return rows.flatMap((row): Violation[] => {
    const source = byId.get(row["source_area_id"] ?? null);
    const target = byId.get(row["target_area_id"] ?? null);
    if (!source || row["valid_from"] === null || row["valid_to"] === null) return [];
    const wrong = ["valid_from", "valid_to"].find((name) => row[name] !== source[name]);
    if (wrong) {
      const day = source[wrong] ?? "–";
      return [
        {
          row,
          column: wrong,
          vi: `ngày như ở areas: ${day}`,
          en: `the date that areas has: ${day}`,
        },
      ];
    }
    const next = dayAfter(String(source["valid_to"]));
    if (!target || target["valid_from"] === next) return [];
    const vi = `địa bàn bắt đầu ngày ${next}, ngay sau ngày cuối của địa bàn cũ`;
    return [
      {
        row,
        column: "target_area_id",
        vi,
        en: `an area that begins on ${next}, the day after the former one ended`,
      },
    ];
  });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
