import { wordKey } from "../../../ingest/parse/key.ts";
import type { Commune } from "./communes.ts";
import { kindOf, type Neighbourhood, type PartKind } from "./neighbourhood_list.ts";
import {
  fileOf,
  type ProgrammeTextTables,
  type TableName,
  type TextRow,
  type TextTable,
} from "./text_tables.ts";
import { filled, kindInName, reworded, type Wording, wordingOf } from "./wording.ts";

/** What a row of data/new_ward.csv says of the programme it starts from: a row goes, or a text is another. */
export interface Change {
  table: TableName;
  /** The row's first column; * is every row. */
  key: string;
  /** Blank leaves the row out. */
  column: string;
  text: string;
}

/**
 * The programme of another commune: its areas, agencies, years and the words of its papers, with the
 * sections and indicators of the common programme; what only the ward can decide is left empty.
 * Throws where a name of the ward it starts from would be left.
 */
export function newProgramme(
  base: ProgrammeTextTables,
  changes: readonly Change[],
  commune: Commune,
  parts: readonly Neighbourhood[],
): ProgrammeTextTables {
  const [own] = base.programme.rows;
  const from = wordingOf(communeOf(base), basePart(own ?? {}), own ?? {});
  const to = wordingOf(commune, kindOf(commune, parts), own ?? {});
  const made = Object.fromEntries(
    Object.entries(base).map(([name, table]) => {
      const said = { ...table, rows: table.rows.map((row) => rewordedRow(row, from, to)) };
      return [
        name,
        changed(
          said,
          changes.filter((change) => change.table === name),
          to,
        ),
      ];
    }),
  ) as ProgrammeTextTables;
  const ids = idsOf(commune);
  const programme: ProgrammeTextTables = {
    ...made,
    programme: { ...made.programme, rows: [programmeRow(own ?? {}, ids, to)] },
    areas: { ...made.areas, rows: areaRows(base.areas, commune, parts, ids, to) },
    area_aliases: { ...made.area_aliases, rows: aliasRows(ids, to) },
    area_crosswalk: { ...made.area_crosswalk, rows: [] },
    annotations: { ...made.annotations, rows: [] },
    breaks: { ...made.breaks, rows: [] },
    corrections: { ...made.corrections, rows: [] },
    lessons: { ...made.lessons, rows: [] },
    forms: { ...made.forms, rows: [] },
    form_columns: { ...made.form_columns, rows: [] },
  };
  mustNotName(programme, from, to);
  return programme;
}

interface Ids {
  ward: string;
  city: string;
}

function idsOf({ short_name, province }: Commune): Ids {
  const city = idOf(province.replace(/^(Thành phố|Tỉnh) /, ""));
  const ward = idOf(short_name);
  return { city, ward: [city, "vn", "elsewhere"].includes(ward) ? `${ward}_ward` : ward };
}

function idOf(name: string): string {
  return wordKey(name).replaceAll(" ", "_");
}

/** The commune that a programme is of. */
function communeOf({ programme, areas }: ProgrammeTextTables): Commune {
  const byId = (id = "") => areas.rows.find(({ area_id }) => area_id === id) ?? {};
  const ward = byId(programme.rows[0]?.["ward_id"]);
  const { name = "", code = "", valid_from = "", parent_area_id } = ward;
  const kind = kindInName(name);
  const type = kind === "Xã" ? "commune" : kind === "Đặc khu" ? "special_zone" : "ward";
  const short_name = name.slice(kind ? kind.length + 1 : 0);
  return { code, name, short_name, type, province: byId(parent_area_id)["name"] ?? "", valid_from };
}

function basePart(row: TextRow): PartKind {
  return {
    vi: row["neighbourhood_vi"] ?? "",
    short_vi: row["neighbourhood_short_vi"] ?? "",
    en: row["neighbourhood_en"] ?? "",
  };
}

function rewordedRow(row: TextRow, from: Wording, to: Wording): TextRow {
  const cells = Object.entries(row).map(([column, text]) => [
    column,
    /_(vi|en)$/.test(column) ? reworded(text, from, to) : text,
  ]);
  return Object.fromEntries(cells) as TextRow;
}

function changed({ columns, rows }: TextTable, changes: readonly Change[], to: Wording): TextTable {
  const [key = ""] = columns;
  const isMeant = (change: Change, row: TextRow) => change.key === "*" || change.key === row[key];
  const kept = rows.filter((row) => !changes.some((one) => !one.column && isMeant(one, row)));
  const said = kept.map((row) => {
    const own = changes.filter((change) => change.column && isMeant(change, row));
    return { ...row, ...Object.fromEntries(own.map((one) => [one.column, filled(one.text, to)])) };
  });
  return { columns, rows: said };
}

function programmeRow(base: TextRow, ids: Ids, { part }: Wording): TextRow {
  return {
    ...base,
    ward_id: ids.ward,
    title_vi: "Chương trình hành động",
    title_en: "Action programme",
    document_vi: "",
    document_en: "",
    neighbourhood_vi: part.vi,
    neighbourhood_short_vi: part.short_vi,
    neighbourhood_en: part.en,
  };
}

function areaRows(
  { rows }: TextTable,
  { code, province, valid_from }: Commune,
  parts: readonly Neighbourhood[],
  ids: Ids,
  { Ward, Ward_en, city }: Wording,
): TextRow[] {
  const english = `${city} ${province.startsWith("Tỉnh") ? "Province" : "City"}`;
  const place = (
    area_id: string,
    name: string,
    name_en: string,
    level: string,
    more: TextRow,
  ): TextRow => {
    return { area_id, name, name_en, level, valid_from, ...more };
  };
  return [
    ...rows.filter(({ level }) => level === "country"),
    place(ids.city, province, english, "city", { parent_area_id: "vn", sort_order: "2" }),
    place(ids.ward, Ward, Ward_en, "ward", { code, parent_area_id: ids.city, sort_order: "3" }),
    ...parts.map(({ name, name_en }, index) =>
      place(`${ids.ward}_${String(index + 1).padStart(2, "0")}`, name, name_en, "neighbourhood", {
        parent_area_id: ids.ward,
        sort_order: String(101 + index),
      }),
    ),
  ];
}

/** What is true of every ward: the whole ward, city and country by other names. */
function aliasRows(ids: Ids, { kind, name, ward, city }: Wording): TextRow[] {
  const of = (area_id: string, ...aliases: string[]) =>
    aliases.map((alias) => ({ alias: alias.toLowerCase(), area_id }));
  return [
    ...of(ids.ward, name, ward, `toàn ${kind}`),
    ...of(ids.city, `thành phố ${city}`, `tỉnh ${city}`, `tp ${city}`, `tp. ${city}`),
    ...of(ids.city, "toàn thành phố", "toàn tỉnh"),
    ...of("vn", "cả nước", "toàn quốc", "việt nam"),
  ];
}

/** Fails closed: a name of the ward that this started from would be shown as the new ward's own. */
function mustNotName(programme: ProgrammeTextTables, from: Wording, to: Wording): void {
  const names = [from.name, ...(from.city === to.city ? [] : [from.city])];
  const found = Object.entries(programme).flatMap(([table, { rows, columns }]) =>
    rows
      .filter(isOurs)
      .flatMap((row) =>
        columns
          .filter((column) => names.some((name) => leftIn(row[column] ?? "", to).includes(name)))
          .map((column) => `${fileOf(table)}: ${row[columns[0] ?? ""]}.${column}`),
      ),
  );
  if (found.length === 0) return;
  throw new Error(
    `còn tên của nơi cũ, hãy thêm dòng vào data/new_ward.csv · names of the ward this started from are left, add rows to data/new_ward.csv: ${found.join("; ")}`,
  );
}

/** The names of neighbourhoods are the user's: a thôn may be named as the former ward is. */
function isOurs({ level }: TextRow): boolean {
  return level !== "neighbourhood";
}

/** A text without the new ward's own names, which may hold an old one. */
function leftIn(text: string, { name, city }: Wording): string {
  return text.replaceAll(name, "").replaceAll(city, "");
}
