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
  /** A leading zero that a spreadsheet had dropped was put back. */
  repaired?: boolean;
}

/** What else the row says of the person, to check a number against. */
export interface PersonFacts {
  sex?: "male" | "female";
  birth_year?: number;
}

const HEALTH_CARD = /^(?<group>[A-Z]{2})(?<level>[1-5])(?<province>\d{2})(?<number>\d{10})$/;
const CITIZEN = /^(?<province>\d{3})(?<century>\d)(?<year>\d{2})\d{6}$/;
const PROVINCES = { first: 1, last: 96 };

/**
 * A health card (15 characters), citizen number (12 digits), social insurance number (10) or old identity
 * number (9). 11 digits are a citizen number that lost its zero, if sex and birth year bear it out.
 * Failure rules: `empty`, `not_an_identifier`, `identifier_conflict` (it says another sex or birth year),
 * `identifier_unproven` (11 digits and nothing to check them by). No message repeats the number.
 */
export function parseIdentifier(text: string, facts: PersonFacts = {}): Result<Identifier> {
  const canonical = text
    .normalize("NFKC")
    .replace(/[\s.\-–'’]/g, "")
    .toUpperCase();
  if (canonical === "") return expectedIdentifier("empty");
  if (HEALTH_CARD.test(canonical)) return success(healthCard(canonical));
  if (/^\d{12}$/.test(canonical)) return citizen(canonical, facts);
  if (/^\d{11}$/.test(canonical)) return repairedCitizen(`0${canonical}`, facts);
  if (/^\d{10}$/.test(canonical)) return success(socialInsurance(canonical));
  if (/^\d{9}$/.test(canonical)) return success({ kind: "old_identity_number", canonical });
  return expectedIdentifier("not_an_identifier");
}

function healthCard(canonical: string): Identifier {
  const {
    group = "",
    level,
    province = "",
    number = "",
  } = HEALTH_CARD.exec(canonical)?.groups ?? {};
  return {
    kind: "health_card",
    canonical,
    social_insurance_number: number,
    group_code: group,
    benefit_level: Number(level),
    province_code: province,
  };
}

function socialInsurance(canonical: string): Identifier {
  return { kind: "social_insurance_number", canonical, social_insurance_number: canonical };
}

function citizen(canonical: string, facts: PersonFacts): Result<Identifier> {
  const said = citizenFacts(canonical);
  if (said === null) return expectedIdentifier("not_an_identifier");
  if (differs(said.sex, facts.sex) || differs(said.birth_year, facts.birth_year)) {
    return failure(
      "identifier_conflict",
      "số định danh khớp với giới tính và năm sinh của cùng dòng",
      "a citizen number that agrees with the sex and the birth year of its row",
    );
  }
  return success({ kind: "citizen_number", canonical, ...said });
}

/** A zero is put back only where the row's own sex or birth year confirms the number it makes. */
function repairedCitizen(padded: string, facts: PersonFacts): Result<Identifier> {
  if (facts.sex === undefined && facts.birth_year === undefined) {
    return failure(
      "identifier_unproven",
      "số định danh đủ 12 chữ số, lưu dạng văn bản",
      "a citizen number of 12 digits, stored as text",
    );
  }
  const read = citizen(padded, facts);
  return read.ok ? success({ ...read.value, repaired: true }) : read;
}

/** What a citizen number says: century digit 0/1 is male/female of 19xx, 2/3 of 20xx, and so on. */
function citizenFacts(
  canonical: string,
): Required<Pick<Identifier, "province_code" | "birth_year" | "sex">> | null {
  const { province = "", century, year } = CITIZEN.exec(canonical)?.groups ?? {};
  const code = Number(province);
  if (code < PROVINCES.first || code > PROVINCES.last || Number(century) > 3) return null;
  return {
    province_code: province,
    birth_year: 1900 + Math.floor(Number(century) / 2) * 100 + Number(year),
    sex: Number(century) % 2 === 0 ? "male" : "female",
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
