import type { Commune } from "./communes.ts";
import type { PartKind } from "./neighbourhood_list.ts";
import type { TextRow } from "./text_tables.ts";

/** What texts call a ward, its kind and its parts, for `{name}` in data/new_ward.csv and for whole texts. */
export interface Wording {
  /** Phường An Biên */
  Ward: string;
  /** phường An Biên */
  ward: string;
  WARD: string;
  /** An Biên Ward */
  Ward_en: string;
  ward_en: string;
  WARD_EN: string;
  /** An Biên */
  name: string;
  kind: string;
  kind_en: string;
  /** Quảng Ngãi */
  city: string;
  first_year: string;
  last_year: string;
  /** What the parts are called, tổ dân phố or thôn, and short. */
  parts: string;
  parts_short: string;
  part: PartKind;
}

const kinds = {
  ward: { vi: "Phường", en: "Ward" },
  commune: { vi: "Xã", en: "Commune" },
  special_zone: { vi: "Đặc khu", en: "Special Zone" },
};

/** The kind that a ward's name begins with: Phường, Xã or Đặc khu. */
export function kindInName(name: string): string | undefined {
  return Object.values(kinds).find(({ vi }) => name.startsWith(`${vi} `))?.vi;
}

/** The wording of a commune; years are those of the programme. */
export function wordingOf(
  { name, short_name, type, province }: Commune,
  part: PartKind,
  { first_year = "", last_year = "" }: TextRow,
): Wording {
  const kind = kinds[type];
  const english = `${short_name} ${kind.en}`;
  return {
    Ward: name,
    ward: name.replace(kind.vi, kind.vi.toLowerCase()),
    WARD: name.toUpperCase(),
    Ward_en: english,
    ward_en: `${short_name} ${kind.en.toLowerCase()}`,
    WARD_EN: english.toUpperCase(),
    name: short_name,
    kind: kind.vi.toLowerCase(),
    kind_en: kind.en.toLowerCase(),
    city: province.replace(/^(Thành phố|Tỉnh) /, ""),
    first_year,
    last_year,
    parts: part.vi.toLowerCase(),
    parts_short: part.short_vi.toLowerCase(),
    part,
  };
}

/** A text with its `{names}` filled in. Throws for one that is not known. */
export function filled(text: string, wording: Wording): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const word = wording[key as keyof Wording];
    if (typeof word === "string") return word;
    throw new Error(`data/new_ward.csv: không có từ này · no such word: ${whole}`);
  });
}

/** A text of one kind of ward as another kind of ward says it: Trạm Y tế phường is Trạm Y tế xã. */
export function reworded(text: string, from: Wording, to: Wording): string {
  const pairs = pairsOf(from, to);
  const words = new RegExp(
    `(?<![\\p{L}_])(?:${pairs.map(([word]) => word).join("|")})(?![\\p{L}_])`,
    "gu",
  );
  const known = new Map(pairs);
  return text.replaceAll(words, (word) => known.get(word) ?? word);
}

/** Words that hold one of those that change and mean something else. */
const otherWords = [
  "xã hội",
  "nông thôn",
  "văn bản",
  "cơ bản",
  "làng nghề",
  "khu vực",
  "khu công nghiệp",
];

/** Other and longer words first, so that xã hội is not taken for xã. */
function pairsOf(from: Wording, to: Wording): [string, string][] {
  const [part, other] = [from.part, to.part];
  const both = (one: string, two: string): [string, string][] => [
    [one.toLowerCase(), two.toLowerCase()],
    [upperFirst(one), upperFirst(two)],
  ];
  return [
    ...otherWords.flatMap((word) => both(word, word)),
    ...both(part.vi, other.vi),
    ...both(`${part.en}s`, `${other.en}s`),
    ...both(part.en, other.en),
    ...both(from.kind, to.kind),
    ...both(`${from.kind_en}s`, `${to.kind_en}s`),
    ...both(from.kind_en, to.kind_en),
  ];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
}
