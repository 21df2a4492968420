import type { MartRow } from "../contract/marts.ts";
import type { Language } from "./format.ts";

/** What the texts of one language call the ward, its kind, its parts and its programme. */
export interface Names {
  /** Alone, as a heading: Phường An Biên. */
  ward: string;
  /** Inside a sentence: phường An Biên. */
  inWard: string;
  /** phường, xã, đặc khu · ward, commune, special zone */
  kind: string;
  /** The same at the head of a sentence. */
  Kind: string;
  city: string;
  /** Since when the ward has its present boundary: 01/07/2025 · 1 July 2025. */
  wardFrom: string;
  /** The programme without its years. */
  programme: string;
  firstYear: string;
  lastYear: string;
  firstShownYear: string;
  /** A part of the ward: tổ dân phố, thôn · neighbourhood. */
  part: string;
  /** The same at the head of a column: Tổ dân phố. */
  Part: string;
  /** In Vietnamese, for texts of either language. */
  partVi: string;
  /** Short and after a number: 12 tổ · 12 neighbourhoods. */
  parts: string;
}

/** The names in a language, from the one row of the programme. */
export function namesOf(programme: MartRow<"programme">, language: Language): Names {
  return {
    ...(language === "vi" ? vietnamese(programme) : english(programme)),
    city: programme.city ?? "",
    wardFrom: dayOf(programme.ward_valid_from, language),
    partVi: lowerInitial(programme.neighbourhood_vi),
    firstYear: programme.first_date.slice(0, 4),
    lastYear: programme.last_date.slice(0, 4),
    firstShownYear: String(programme.first_shown_year),
  };
}

/** The name of a ward without its kind: An Biên. */
export function bareName(name: string): string {
  return name.replace(kinds, "").trim();
}

/** The name of a ward inside a sentence: phường An Biên, An Biên ward. */
function insideSentence(name: string): string {
  return name.replace(kinds, (kind) => kind.toLowerCase());
}

const kinds = /^(Phường|Xã|Đặc khu)(?= )|(?<= )(Ward|Commune|Special Zone)$/;

function vietnamese({ ward_vi, title_vi, ...parts }: MartRow<"programme">) {
  return {
    ward: ward_vi,
    inWard: insideSentence(ward_vi),
    ...kindOf(ward_vi, "Phường"),
    programme: title_vi,
    part: lowerInitial(parts.neighbourhood_vi),
    Part: parts.neighbourhood_vi,
    parts: lowerInitial(parts.neighbourhood_short_vi),
  };
}

function english({ ward_en, ward_vi, title_en, neighbourhood_en }: MartRow<"programme">) {
  const name = ward_en ?? ward_vi;
  const part = lowerInitial(neighbourhood_en);
  return {
    ward: insideSentence(name),
    inWard: insideSentence(name),
    ...kindOf(name, "Ward"),
    programme: title_en,
    part,
    Part: neighbourhood_en,
    parts: `${part}s`,
  };
}

function kindOf(name: string, otherwise: string): Pick<Names, "kind" | "Kind"> {
  const Kind = kinds.exec(name)?.[0] ?? otherwise;
  return { kind: Kind.toLowerCase(), Kind };
}

function dayOf(date: string, language: Language): string {
  const form = language === "vi" ? numeric : written;
  return form.format(new Date(date));
}

const numeric = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC" });
const written = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });

/** A name inside a sentence. */
export function lowerInitial(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
