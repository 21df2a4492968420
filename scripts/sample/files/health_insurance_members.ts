import { areaText } from "../areas.ts";
import { type Day, daysBetween, dayText, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { entry, layOut } from "../layout.ts";
import { CHECKED_LIST, CHECKED_PEOPLE } from "../mess.ts";
import { socialInsuranceOffice } from "../offices.ts";
import { type Person, person } from "../people.ts";
import { random } from "../random.ts";
import type { Cell, Row } from "../sheet.ts";

/** So many people go into one file of the list. */
const PEOPLE_A_FILE = 20_000;

/**
 * The list of people with a card on 31 October 2026, in files of at most `PEOPLE_A_FILE`, made one
 * after the other. If there are enough people, the last ones are in a list of their own, with the bad cells.
 */
export function* healthInsuranceMembers(seed: number, people: number): Generator<Draft> {
  const checked = people < CHECKED_PEOPLE ? 0 : CHECKED_PEOPLE;
  const plain = people - checked;
  for (let from = 0, part = 1; from < plain; from += PEOPLE_A_FILE, part += 1) {
    const to = Math.min(from + PEOPLE_A_FILE, plain);
    yield list(`BHYT_danh_sach_2026_10_phan_${two(part)}.xlsx`, seed, from, to);
  }
  if (checked > 0) yield list(CHECKED_LIST, seed, plain, people);
}

function list(name: string, seed: number, from: number, to: number): Draft {
  const sheet = layOut({
    sheet_name: "Danh sách",
    office: socialInsuranceOffice,
    number: 200,
    date: { year: 2026, month: 11, day: 6 },
    titles: ["DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ", "(Số liệu tính đến ngày 31/10/2026)"],
    columns: COLUMNS,
    body: Array.from({ length: to - from }, (_, i) => row(seed, from + i, i + 1)),
  });
  return { name, sheets: [sheet] };
}

const COLUMNS = [
  column("A", 8, "STT"),
  column("B", 24, "Họ và tên"),
  column("1", 12, "Ngày sinh"),
  column("2", 10, "Giới tính"),
  column("3", 14, "Mã số BHXH"),
  column("4", 18, "Số thẻ BHYT"),
  column("5", 16, "Số CCCD/ĐDCN"),
  column("6", 20, "Tổ dân phố"),
  column("7", 26, "Nơi đăng ký KCB ban đầu"),
  column("8", 12, "Giá trị thẻ", "từ ngày"),
  column("9", 12, "Giá trị thẻ", "đến ngày"),
  column("10", 12, "Mã đối tượng"),
  column("11", 10, "Mức hưởng"),
  column("12", 14, "Ghi chú"),
];

function row(seed: number, index: number, ordinal: number): Row {
  const who = person(seed, index);
  const draw = random(seed, "how a person is written", index);
  return entry(
    ordinal,
    who.name,
    birthText(who.born, draw.uniform()),
    draw.uniform() < 0.94 ? SEX[who.sex] : SEX[who.sex].toUpperCase(),
    who.social_insurance_number,
    cardText(who, draw.uniform()),
    citizenText(who, draw.uniform()),
    areaText(who.neighbourhood),
    who.facility,
    "01/01/2026",
    "31/12/2026",
    who.group_code,
    who.benefit_level,
    null,
  );
}

const SEX = { male: "Nam", female: "Nữ" } as const;

/** Days as offices write them: slashes, dashes, dots, a serial number, or the year alone. */
function birthText(born: Day, at: number): Cell {
  if (at < 0.66) return dayText(born);
  if (at < 0.76) return `${born.day}-${born.month}-${born.year}`;
  if (at < 0.86) return `${born.day}.${born.month}.${born.year}`;
  if (at < 0.93) return daysBetween({ year: 1899, month: 12, day: 30 }, born);
  return born.year;
}

/** 15 characters, or the 10 digits printed since 2021, or the citizen number used since August 2025. */
function cardText(
  { card_number, social_insurance_number, citizen_number }: Person,
  at: number,
): Cell {
  if (at < 0.6) return card_number;
  return at < 0.82 ? social_insurance_number : citizen_number;
}

/** 12 digits, or as a number without its leading zero, or missing. */
function citizenText({ citizen_number }: Person, at: number): Cell {
  if (at < 0.8) return citizen_number;
  return at < 0.95 ? Number(citizen_number) : null;
}
