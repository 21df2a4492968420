import type { LandedType } from "./parse/landed_type.ts";
import type { PeriodWindow } from "./parse/period.ts";
import type { MachineUnit } from "./parse/unit.ts";

/**
 * How the cells of a column are read. `ordinal` and `note` are read past; a `count` is whole and ≥ 0; of a
 * `remark` the words land without the numbers of persons.
 */
export type FormColumnType =
  | "ordinal"
  | "note"
  | "area"
  | "period"
  | "category"
  | "unit"
  | "number"
  | "count"
  | "text"
  | "remark"
  | "code"
  | "date"
  | "sex"
  | "yes_no"
  | "choice"
  | "identifier";

/** How offices head the column of neighbourhoods: in wards tổ dân phố or khu phố, in communes thôn, xóm, ấp … */
export const NEIGHBOURHOOD_HEADERS = [
  "Tổ dân phố",
  "Địa chỉ | Tổ dân phố",
  "Tổ dân phố [địa bàn] [đơn vị]",
] as const;

/**
 * A column: how it is headed and what it holds. Headers are given in words of the vocabulary and compared by
 * what these mean: one stands for all its synonyms and abbreviations. `|` parts the levels of a stacked header,
 * what stands in `[ ]` may be said or not; whatever else a header says makes it another column's.
 */
export interface FormColumn {
  /** The first is the official one, by which the column is called. */
  headers: readonly string[];
  type: FormColumnType;
  /** Without this column the sheet is not of this form. */
  is_required?: boolean;
  /** Of a `choice`: what lands → how it is written. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** Of a list's column of figures. */
  unit?: MachineUnit;
  /** A header that is a bare `Tỷ lệ (%)` is this column's only right of that one, or where figures prove it. */
  follows?: string;
  /** Speaks of a person: never landed as it is, masked in rejects. */
  is_personal?: boolean;
}

/** Whether a measure counts what is there, what happened, what happened since 1 January, or divides. */
export type MeasureKind = "stock" | "flow" | "flow_ytd" | "ratio";

/** The machine units of measures. `indicator_unit`: the unit of the indicator that the category names. */
type MeasureUnit = MachineUnit | "indicator_unit";

/** What a mark in place of a number means. `missing` is a warning, `not_applicable` is not. */
type BlankPolicy = "zero" | "missing" | "not_applicable";

/** What marks and an empty cell mean. Unless said otherwise, `…` is missing and a cross does not apply. */
export interface Blanks {
  dash: BlankPolicy;
  empty: BlankPolicy;
  ellipsis?: BlankPolicy;
  cross?: BlankPolicy;
}

/** A column whose numbers land as observations under the column's own id. */
export interface Measure<ColumnId extends string = string> {
  /** A machine unit, or the column that states it row by row. */
  unit: MeasureUnit | { column: ColumnId };
  kind: MeasureKind;
  minimum?: number;
  maximum?: number;
  /** A part that is counted in another measure too: never added to it. */
  is_subset?: boolean;
  /** Factor from the written figure to the unit. */
  scale?: number;
  /** Overrides the form's policy. */
  blanks?: Blanks;
}

/** Words about what the figures of a row speak of; they land as a remark, whether or not there are figures. */
interface Remark<ColumnId extends string> {
  content: ColumnId;
  /** The day on which it was written. */
  written?: ColumnId;
  /** The day by which it asks for an answer. */
  due?: ColumnId;
}

/** A category of rows. Its texts are compared by their words. */
export interface FormCategory {
  texts: readonly string[];
  /** Counted in another category too: never added to it. */
  is_subset?: boolean;
  /** Overrides the measure's kind. */
  kind?: MeasureKind;
}

/** What tells the rows of a sheet apart, besides the period of the title. */
interface Keys<ColumnId extends string> {
  /** `blank` is what an empty cell stands for; without a column every row is the ward's. */
  area?: { column: ColumnId; blank: "ward" | "reject" };
  /** Periods row by row; without it, or without the column in the sheet, the title's period holds. */
  period?: { column: ColumnId };
  /** `known` categories must be recognised; `open` ones land as written. */
  category?:
    | { column: ColumnId; known: Readonly<Record<string, FormCategory>> }
    | { column: ColumnId; open: "code" | "text"; known?: Readonly<Record<string, FormCategory>> };
}

/** An identity that figures should keep. Official tables often do not: a broken one warns. */
export type FormCheck<MeasureId extends string> =
  | { rule: "sum"; total: MeasureId; parts: readonly MeasureId[] }
  | { rule: "at_most"; measure: MeasureId; limit: MeasureId }
  | { rule: "subset"; of: MeasureId; parts: readonly MeasureId[] }
  | { rule: "same_sign"; measure: MeasureId; of: MeasureId }
  | { rule: "ratio"; ratio: MeasureId; numerator: MeasureId; denominator: MeasureId };

/** Categories that make up another: all of them its sum, some of them no more than it. */
export interface CategoryCheck<MeasureId extends string> {
  total: string;
  parts: readonly string[];
  measures: readonly MeasureId[];
}

/** How a field is derived that no column holds as it lands; each is computed in `derived_fields.ts`. */
type Derivation =
  | "person_key"
  | "citizen_key"
  | "identified_by"
  | "birth_year"
  | "precision"
  | "sex"
  | "group_code"
  | "benefit_level"
  | "area_id"
  | "section"
  | "last_day"
  | "range_start"
  | "range_end";

/**
 * How a record's field is made: as a column reads, by a named derivation from columns, or from a line
 * above the table that begins with one of the labels (`Mã đơn vị: …`).
 */
export type RecordField<ColumnId extends string> = { type: LandedType } & (
  | { from: ColumnId }
  | { as: Derivation; from: readonly ColumnId[] }
  | { above: readonly string[] }
);

/** A part of a list under a heading of its own (`I Tăng`). */
interface Section {
  texts: readonly string[];
  /** What a row's own `choice` says where it belongs here. */
  choices: readonly string[];
  /** Such rows stand under any heading. */
  is_anywhere?: boolean;
}

/** A count of records at the list's date or in its period: those valid by their own dates, if they state them. */
export interface RecordCount<FieldId extends string> {
  unit: MeasureUnit;
  kind: "stock" | "flow";
  valid_from?: FieldId;
  valid_to?: FieldId;
  /** Only records of which a field says this. */
  where?: { field: FieldId; is: string };
}

/**
 * A list lands row by row in `records_<form id>`: the declared fields in their order, then `period_end`,
 * `file_hash`, `sheet` and `row`. `unique` fields may not repeat within a sheet.
 */
interface Records<ColumnId extends string, FieldId extends string> {
  /** A row is a person, by law even under a token: kept no longer than the retention period. */
  is_personal?: boolean;
  /** Headings that part the list; what they stand for lands by the derivation `section`. */
  sections?: Readonly<Record<string, Section>>;
  unique: readonly NoInfer<FieldId>[];
  /** What is counted of the records by area and lands as observations: figures outlive the people. */
  counts?: Readonly<Record<string, RecordCount<NoInfer<FieldId>>>>;
  fields: Readonly<Record<FieldId, RecordField<ColumnId>>>;
}

/** What differs in another edition of a form; everything else is as in the newest. */
interface FormEdition<ColumnId extends string, MeasureId extends string> {
  columns?: { readonly [Id in ColumnId]?: Partial<FormColumn> };
  measures?: { readonly [Id in MeasureId]?: Partial<Measure<ColumnId>> };
  window?: PeriodWindow;
}

/** What tells a form from all others, in words of the vocabulary. */
interface FormMarks<ColumnId extends string> {
  /**
   * One of these must be said by the title, the headers, or the names of sheet and file. The first is the
   * form's topic: it may stand in any header, and where the title says it headers may leave it out.
   */
  subject?: readonly string[];
  /** A sheet of the form has one of these columns, or one of these in its title. */
  marks?: { columns: readonly ColumnId[]; title: readonly string[] };
  /** Said in a title, these speak against the form. */
  excludes?: readonly string[];
  /** Said in a title, these do not speak against the form, as they do against others. */
  allows?: readonly string[];
  /** A title may say these beside the form's own words and still speak of all that it counts. */
  beside?: readonly string[];
  /** Words of titles and file names that speak for this form when headers alone do not decide. */
  title_words: readonly string[];
  file_words: readonly string[];
}

/** A form as it is declared: everything the engine needs to read a sheet of it. */
export interface FormDeclaration<
  ColumnId extends string,
  MeasureId extends string,
  FieldId extends string,
> {
  /** Names the form, its fixtures, its landed rows and its lineage. */
  id: string;
  title_vi: string;
  title_en: string;
  agency_id: string;
  /** How often the agency owes the form; null: whenever it has something. */
  expected_every: "month" | "quarter" | "year" | null;
  /** Days after the period's end until the form is late. */
  grace_days: number;
  /** Figures that others have published: a note explains one and holds none back. */
  is_published?: boolean;
  match: FormMarks<NoInfer<ColumnId>>;
  columns: Readonly<Record<ColumnId, FormColumn>>;
  /** At least one column of each group must be there. */
  require_one_of?: readonly (readonly NoInfer<ColumnId>[])[];
  keys: Keys<NoInfer<ColumnId>>;
  /** Empty for a list. */
  measures: Readonly<Record<MeasureId, Measure<NoInfer<ColumnId>>>>;
  remarks?: Readonly<Record<string, Remark<NoInfer<ColumnId>>>>;
  records?: Records<NoInfer<ColumnId>, FieldId>;
  window: PeriodWindow;
  frequency: "month" | "quarter" | "year";
  blanks: Blanks;
  /** Over measures; in a list, which has none, over its numeric columns. */
  checks?: readonly FormCheck<NoInfer<[MeasureId] extends [never] ? ColumnId : MeasureId>>[];
  category_checks?: readonly CategoryCheck<NoInfer<MeasureId>>[];
  /** A total row lands as the ward's stated figure, or is read past because it means nothing. */
  totals: "ward" | "ignore";
  editions?: Readonly<Record<string, FormEdition<NoInfer<ColumnId>, NoInfer<MeasureId>>>>;
}

/** A form as the engine sees it. */
export type Form = FormDeclaration<string, string, string>;

/**
 * Declares a form. Columns and measures name each other by their literal ids, so that a wrong name
 * anywhere in the declaration does not compile: a measure is a column, a check speaks of measures.
 */
export function defineForm<
  const ColumnId extends string,
  const MeasureId extends ColumnId,
  const FieldId extends string = never,
>(form: FormDeclaration<ColumnId, MeasureId, FieldId>): Form {
  return form as unknown as Form;
}
