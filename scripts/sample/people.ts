import { addDays, type Day, daysBetween } from "./calendar.ts";
import { type Random, random } from "./random.ts";

/** An invented person who holds a health insurance card. */
export interface Person {
  name: string;
  sex: "male" | "female";
  born: Day;
  neighbourhood: number;
  /** 12 digits: province, century and sex, birth year, a serial in an order of our own. */
  citizen_number: string;
  /** 10 digits. */
  social_insurance_number: string;
  /** 15 characters: group, benefit digit, province 31, social insurance number. */
  card_number: string;
  group_code: string;
  benefit_level: number;
  facility: string;
}

/** The most people that numbers can be invented for. */
export const MOST_PEOPLE = 1_000_000;

/**
 * The invented person of an index below `MOST_PEOPLE`: a pure function, so that lists of any length
 * are written without holding them in memory. Serials follow the index, so no two share a number.
 */
export function person(seed: number, index: number): Person {
  const draw = random(seed, "person", index);
  const born = birthDay(draw);
  const sex = draw.uniform() < 0.49 ? "male" : "female";
  const group_code = groupOf(born, draw);
  const benefit_level = BENEFIT[group_code] ?? 4;
  const social_insurance_number = `319${String(index).padStart(7, "0")}`;
  return {
    name: [draw.pick(FAMILY), draw.pick(MIDDLE[sex]), draw.pick(GIVEN[sex])].join(" "),
    sex,
    born,
    neighbourhood: draw.integer(1, 85),
    citizen_number: citizenNumber(index, sex, born),
    social_insurance_number,
    card_number: `${group_code}${benefit_level}31${social_insurance_number}`,
    group_code,
    benefit_level,
    facility: draw.pick(FACILITIES),
  };
}

const FIRST_BIRTH: Day = { year: 1940, month: 1, day: 1 };
const LAST_BIRTH: Day = { year: 2026, month: 6, day: 30 };

function birthDay(draw: Random): Day {
  return addDays(FIRST_BIRTH, draw.integer(0, daysBetween(FIRST_BIRTH, LAST_BIRTH)));
}

const PROVINCES = ["031", "030", "001", "034", "036", "022", "033", "037", "038", "040"] as const;

function citizenNumber(index: number, sex: Person["sex"], born: Day): string {
  const province = PROVINCES[Math.floor(index / 100_000)] ?? PROVINCES[0];
  const century = (born.year < 2000 ? 0 : 2) + (sex === "male" ? 0 : 1);
  const serial = 900_000 + (index % 100_000);
  return `${province}${century}${String(born.year % 100).padStart(2, "0")}${serial}`;
}

/** Children, pupils, students, workers, households and pensioners, by age in 2026. */
function groupOf(born: Day, draw: Random): string {
  const age = 2026 - born.year;
  if (age < 6) return "TE";
  if (age < 18) return "HS";
  if (age < 22) return draw.pick(["SV", "SV", "GD"]);
  if (age < 61) return draw.pick(["DN", "DN", "DN", "HC", "GD", "GD", "HN"]);
  return draw.pick(["HT", "HT", "GD", "BT", "CK"]);
}

/** The benefit digit that goes with a group; the others have 4. */
const BENEFIT: Readonly<Record<string, number>> = { TE: 1, HN: 2, BT: 2, CK: 2, HT: 3 };

const FACILITIES = [
  "Trạm Y tế phường Lê Chân",
  "Trạm Y tế phường Lê Chân",
  "Phòng khám đa khoa Mẫu",
  "Bệnh viện Mẫu Hải Phòng",
] as const;

const FAMILY = [
  "Nguyễn",
  "Nguyễn",
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Vũ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Ngô",
  "Đào",
  "Lương",
] as const;

const MIDDLE = {
  male: ["Văn", "Đức", "Hữu", "Minh", "Quang", "Xuân", "Thế", "Ngọc"],
  female: ["Thị", "Thị", "Ngọc", "Thu", "Minh", "Phương", "Bích", "Thanh"],
} as const;

const GIVEN = {
  male: ["Anh", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Long", "Nam", "Sơn", "Tuấn", "Thắng"],
  female: ["An", "Chi", "Dung", "Hà", "Hương", "Lan", "Linh", "Mai", "Nga", "Thảo", "Yến"],
} as const;
