import { type Areas, spellingConflicts } from "../../parse/area_list.ts";
import {
  datesInOrder,
  type ProgrammeFile,
  type ProgrammeRow,
  type ProgrammeValue,
  rowsOf,
  type Violation,
} from "../declaration.ts";

/** Areas with the days on which a code meant them; a version of its own for every change of boundary. */
export const file: ProgrammeFile = {
  id: "areas",
  title_vi: "Địa bàn",
  title_en: "Areas",
  is_required: true,
  when_empty: "error",
  key: ["area_id"],
  columns: {
    area_id: { type: "text", is_required: true, vi: "mã riêng của địa bàn", en: "id" },
    code: { type: "text", vi: "mã đơn vị hành chính", en: "administrative code" },
    name: { type: "text", is_required: true, vi: "tên", en: "name in Vietnamese" },
    name_en: { type: "text", is_required: true, vi: "tên tiếng Anh", en: "name in English" },
    district: {
      type: "text",
      vi: "quận, huyện của đơn vị cũ; từ 01/7/2025 không còn",
      en: "district of a former ward; there are none since 1/7/2025",
    },
    level: {
      type: "one_of",
      values: ["ward", "neighbourhood", "old_ward", "city", "country"],
      is_required: true,
      vi: "cấp: ward (phường, xã), neighbourhood (tổ dân phố, thôn), old_ward (đơn vị cũ), city, country",
      en: "ward, neighbourhood, old_ward, city or country",
    },
    parent_area_id: {
      type: "reference",
      to: { file: "areas", column: "area_id" },
      vi: "mã địa bàn chứa nó",
      en: "area that contains it",
    },
    sort_order: { type: "whole", is_required: true, vi: "thứ tự", en: "position in lists" },
    valid_from: {
      type: "date",
      is_required: true,
      vi: "ngày đầu",
      en: "first day of this version",
    },
    valid_to: { type: "date", vi: "ngày cuối, trống khi còn", en: "last day of this version" },
  },
  rules: [datesInOrder("valid_from", "valid_to")],
  check: (tables, areas) => {
    const rows = rowsOf(tables, "areas");
    return [...sharedCodes(rows), ...sharedNames(rows, areas), ...circles(rows)];
  },
};

/** The key of an area is its code with dates: no code means two areas on one day. */
function sharedCodes(rows: readonly ProgrammeRow[]): Violation[] {
  const coded = rows.filter(({ code }) => code !== null);
  return coded.flatMap((row, index) => {
    const other = coded
      .slice(0, index)
      .find((each) => each["code"] === row["code"] && overlap(each, row));
    if (!other) return [];
    const vi = `mã chỉ một địa bàn trong một ngày; ${other["area_id"]} cũng có mã này`;
    const en = `a code that means one area at a time; ${other["area_id"]} has it too`;
    return [{ row, column: "code", vi, en }];
  });
}

function overlap(a: ProgrammeRow, b: ProgrammeRow): boolean {
  const [from, to] = [
    (row: ProgrammeRow) => row["valid_from"] ?? "",
    (row: ProgrammeRow) => row["valid_to"] ?? "9999",
  ];
  return from(a) <= to(b) && from(b) <= to(a);
}

/** Of the names of two areas; an alias that is at fault is named where it stands. */
function sharedNames(rows: readonly ProgrammeRow[], areas: Areas): Violation[] {
  return spellingConflicts(areas).flatMap(({ spelling, area_id, other_area_id, alias }) => {
    const row = rows.find((each) => each["area_id"] === other_area_id);
    const vi = `tên chỉ một địa bàn trong một ngày; "${spelling}" cũng là ${area_id}`;
    const en = `a name that means one area at a time; "${spelling}" is ${area_id} too`;
    return row && alias === null ? [{ row, column: "name", vi, en }] : [];
  });
}

/** Areas that contain each other, told once where the first of them stands. */
function circles(rows: readonly ProgrammeRow[]): Violation[] {
  const parents = new Map(rows.map((row) => [row["area_id"], row["parent_area_id"] ?? null]));
  const told = new Set<unknown>();
  return rows.flatMap((row) => {
    const circle = circleFrom(row["area_id"] ?? null, parents);
    if (circle.length === 0 || told.has(row["area_id"])) return [];
    for (const area of circle) told.add(area);
    const names = [...circle, row["area_id"]].join(" → ");
    const vi = `địa bàn chứa nó, không vòng tròn: ${names}`;
    const en = `the area that contains it, in no circle: ${names}`;
    return [{ row, column: "parent_area_id", vi, en }];
  });
}

/** The areas from one up to where it comes again; none where it does not. */
function circleFrom(
  start: ProgrammeValue,
  parents: ReadonlyMap<ProgrammeValue | undefined, ProgrammeValue>,
): ProgrammeValue[] {
  const path = new Set<ProgrammeValue>();
  let area = start;
  while (area !== null && !path.has(area)) {
    path.add(area);
    area = parents.get(area) ?? null;
  }
  return start !== null && area === start ? [...path] : [];
}
