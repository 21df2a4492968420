import { failure, type Result, success } from "./result.ts";

/** A person's number, checked and in one spelling. Never log it: make it a token at once. */
export interface Identifier {
  kind: "health_card" | "social_insurance_number" | "citizen_number" | "old_identity_number";
  canonical: string;
  /** Of a social insurance number, and of the health card that ends in it. */
  social_insurance_number?: string;
  /** Of a health card: DN, HT, GD … */
  group_code?: string;
  /** Of a health card: 1 to 5. */
  benefit_level?: number;
  /** Province that issued the card (2 digits) or registered the birth (3 digits). */
  province_code?: string;
  /** Said by a citizen number. */
  birth_year?: number;
  sex?: "male" | "female";
  /** What it says otherwise than the row; a card's benefit digit otherwise than its group. */
  conflicts?: ("sex" | "birth_year" | "benefit_level")[];
  /** A leading zero that a spreadsheet had dropped was put back. */
  is_repaired?: boolean;
}

/** What else the row says of the person, to check a number against. */
export interface PersonFacts {
  sex?: "male" | "female";
  birth_year?: number;
}

const PERSON_FACTS = ["sex", "birth_year"] as const;
const HEALTH_CARD = /^[A-Z]{2}[1-5]\d{12}$/;
/** The benefit digit that goes with a card's group; 4 with any other. */
const BENEFITS: ReadonlyMap<string, number> = new Map([
  ...["CC", "TE"].map((group) => [group, 1] as const),
  ...["HN", "BT", "CK", "DT", "DK"].map((group) => [group, 2] as const),
  ...["HT", "CN"].map((group) => [group, 3] as const),
  ...["QN", "CA", "CY"].map((group) => [group, 5] as const),
]);
const PROVINCES = { first: 1, last: 96 };

/**
 * A health card (15 characters), citizen number (12 digits), social insurance number (10) or old identity
 * number (9). 11 digits are a citizen number that lost its zero, if sex and birth year bear it out.
 * A whole number that says another sex or birth year than its row is believed, its `conflicts` named.
 * Failure rules: `empty`, `not_an_identifier`, `identifier_unproven` (11 digits and nothing that bears
 * them out). No message repeats the number.
 */
export function parseIdentifier(text: string, facts: PersonFacts = {}): Result<Identifier> {
  const canonical = canonicalText(text);
  if (canonical === "") return expectedIdentifier("empty");
  if (HEALTH_CARD.test(canonical)) return success(healthCard(canonical));
  const digits = /^\d+$/.test(canonical) ? canonical.length : 0;
  if (digits === 12) return citizen(canonical, facts);
  if (digits === 11) return repairedCitizen(`0${canonical}`, facts);
  if (digits === 10) return success(socialInsurance(canonical));
  if (digits === 9) return success({ kind: "old_identity_number", canonical });
  return expectedIdentifier("not_an_identifier");
}

/** Almost all are written as they should be. */
function canonicalText(text: string): string {
  if (/^[\dA-Z]+$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(/[\s.\-–'’]/g, "")
    .toUpperCase();
}

/** Two letters of the group, the benefit digit, two digits of the province, the insurance number. */
function healthCard(canonical: string): Identifier {
  const group_code = canonical.slice(0, 2);
  const benefit_level = Number(canonical[2]);
  const isOfGroup = benefit_level === (BENEFITS.get(group_code) ?? 4);
  return {
    kind: "health_card",
    canonical,
    social_insurance_number: canonical.slice(5),
    ...(isOfGroup ? {} : { conflicts: ["benefit_level" as const] }),
    group_code,
    benefit_level,
    province_code: canonical.slice(3, 5),
  };
}

function socialInsurance(canonical: string): Identifier {
  return { kind: "social_insurance_number", canonical, social_insurance_number: canonical };
}

function citizen(canonical: string, facts: PersonFacts): Result<Identifier> {
  const said = citizenFacts(canonical);
  if (said === null) return expectedIdentifier("not_an_identifier");
  const number = { kind: "citizen_number" as const, canonical, ...said };
  const differing = PERSON_FACTS.filter((fact) => differs(said[fact], facts[fact]));
  return success(differing.length > 0 ? { ...number, conflicts: differing } : number);
}

/** A zero is put back only where the row's own sex or birth year confirms the number it makes. */
function repairedCitizen(padded: string, facts: PersonFacts): Result<Identifier> {
  const read = citizen(padded, facts);
  if (!read.ok) return read;
  const isBorneOut = facts.sex !== undefined || facts.birth_year !== undefined;
  if (isBorneOut && !read.value.conflicts) return success({ ...read.value, is_repaired: true });
  return failure(
    "identifier_unproven",
    "số định danh đủ 12 chữ số, lưu dạng văn bản",
    "a citizen number of 12 digits, stored as text",
  );
}

/**
 * What a citizen number says: three digits of the province, one of the century (0/1 is male/female of 19xx,
 * 2/3 of 20xx, and so on), two of the year.
 */
function citizenFacts(
  canonical: string,
): Required<Pick<Identifier, "province_code" | "birth_year" | "sex">> | null {
  const province_code = canonical.slice(0, 3);
  const province = Number(province_code);
  const century = Number(canonical[3]);
  if (province < PROVINCES.first || province > PROVINCES.last || century > 3) return null;
  return {
    province_code,
    birth_year: 1900 + Math.floor(century / 2) * 100 + Number(canonical.slice(4, 6)),
    sex: century % 2 === 0 ? "male" : "female",
  };
}

function differs<T>(said: T, known: T | undefined): boolean {
  return known !== undefined && said !== known;
}

function expectedIdentifier(rule: string) {
  return failure(
    rule,
    "số thẻ BHYT (15 ký tự), số định danh (12 chữ số) hoặc mã số BHXH (10 chữ số)",
    "a health card (15 characters), citizen number (12 digits) or social insurance number (10 digits)",
  );
}
