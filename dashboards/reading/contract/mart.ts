/** The kinds of values in columns. Dates are yyyy-mm-dd, instants ISO 8601 in UTC. */
export type MartColumnType = keyof Values;

interface Values {
  text: string;
  integer: number;
  number: number;
  flag: boolean;
  date: string;
  instant: string;
}

/** Any value of a mart. */
export type MartValue = Values[MartColumnType] | null;

/**
 * Which rows of a mart the public edition has: none; all; those of public indicators, or of
 * sections with one; figures that disclosure control lets through; results that were computed from
 * the ward's figures.
 */
export type RowRelease =
  | "none"
  | "all"
  | "public_indicators"
  | "public_sections"
  | "figures"
  | "ward_results";

/** Who may see a mart or a column of it. */
type Visibility = "public" | "internal";

/** A column as the contract of its mart has it. */
interface MartColumn {
  kind: MartColumnType;
  is_nullable: boolean;
  visibility: Visibility;
  /**
   * What the public edition tells in rows that rest on a suppressed figure: nothing, the value all
   * the same, or the value where a published figure tells it.
   */
  when_suppressed: "withheld" | "shown" | "if_published";
}

/** A mart as its contract in `models/models/marts/` has it. */
export interface Mart {
  name: string;
  /** The file of its contract. */
  file: string;
  visibility: Visibility;
  release: RowRelease;
  /** The columns that fix the order of rows. */
  order: readonly string[];
  columns: Readonly<Record<string, MartColumn>>;
}

/** A row of a mart. */
export type ContractRow<M extends Mart> = {
  [Name in keyof M["columns"]]: ValueOf<M["columns"][Name]>;
};

type ValueOf<C extends MartColumn> = C["is_nullable"] extends false
  ? Values[C["kind"]]
  : Values[C["kind"]] | null;

/** A mart as it stands in the warehouse, with its descriptions and all its rows, column by column. */
export interface MartTable {
  name: string;
  description: string;
  columns: { name: string; type: MartColumnType; description: string }[];
  values: Record<string, MartValue[]>;
}
