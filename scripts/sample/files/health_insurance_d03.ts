import { areaText } from "../areas.ts";
import { dayText } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { entry, layOut } from "../layout.ts";
import { socialInsuranceOffice } from "../offices.ts";
import type { Person } from "../people.ts";
import { random } from "../random.ts";
import type { Cell, Row } from "../sheet.ts";
import { type Movement, movements } from "../truth/movements.ts";
import type { World } from "../world.ts";

/** The list of those who join and leave health insurance in October 2026, as form D03-TS has it. */
export function healthInsuranceMovements({ seed }: World): Draft[] {
  const all = movements(seed);
  const of = (direction: Movement["direction"]) =>
    all.filter((each) => each.direction === direction).map((each, i) => row(seed, each, i + 1));
  const sheet = layOut({
    sheet_name: "D03-TS",
    office: socialInsuranceOffice,
    number: 201,
    date: { year: 2026, month: 11, day: 6 },
    titles: [
      "DANH SÁCH NGƯỜI CHỈ THAM GIA BẢO HIỂM Y TẾ (Mẫu D03-TS)",
      "Tháng 10 năm 2026",
      "Tên đơn vị: Đại lý thu phường Lê Chân",
      "Mã đơn vị: BW0001A",
      "Đối tượng tham gia: GD - Hộ gia đình",
      "Nguồn đóng: Cá nhân",
    ],
    columns: COLUMNS,
    body: [
      { style: "header", cells: MACHINE_NAMES },
      entry("I", "Tăng"),
      entry("I.1", "Người tham gia"),
      ...of("joined"),
      entry(null, "Cộng tăng"),
      entry("II", "Giảm"),
      ...of("left"),
      entry(null, "Cộng giảm"),
    ],
  });
  return [{ name: "BHYT_D03_2026_10.xlsx", sheets: [sheet] }];
}

const COLUMNS = [
  column("A", 6, "STT"),
  column("B", 24, "Họ và tên"),
  column("1", 18, "Mã số"),
  column("2", 12, "Ngày sinh"),
  column("3", 8, "Chỉ có năm sinh"),
  column("4", 8, "Giới tính"),
  column("5", 16, "Địa chỉ"),
  column("6", 18, "Tổ dân phố"),
  column("7", 26, "Nơi đăng ký KCB ban đầu"),
  column("8", 10, "Mã đối tượng"),
  column("9", 10, "Phương án"),
  column("10", 12, "Từ ngày"),
  column("11", 8, "Số tháng"),
  column("12", 12, "Số tiền"),
  column("13", 14, "Ghi chú"),
];

const MACHINE_NAMES = [
  "STT",
  "HoTen",
  "MaSoBhxh",
  "NgaySinh",
  "ChiCoNamSinh",
  "GioiTinh",
  "DiaChi",
  "ToDanPho",
  "MaBenhVien",
  "MaDoiTuong",
  "PhuongAnId",
  "TuNgay",
  "SoThang",
  "SoTien",
  "GhiChu",
];

function row(seed: number, { who, code }: Movement, ordinal: number): Row {
  const draw = random(seed, "how a movement is written", who.social_insurance_number);
  const precision = draw.pick([0, 0, 0, 1, 2] as const);
  const months = draw.pick([3, 6, 12] as const);
  return entry(
    ordinal,
    who.name,
    numberText(who, draw.uniform()),
    birthText(who, precision),
    precision,
    who.sex === "male" ? 1 : 0,
    `Số ${draw.integer(1, 99)}`,
    areaText(who.neighbourhood),
    who.facility,
    who.group_code,
    code,
    "01/10/2026",
    code === "GH" ? null : months,
    code === "GH" ? null : months * 105_300,
    null,
  );
}

/** Whole, or month and year, or the year alone, as `Chỉ có năm sinh` says. */
function birthText({ born }: Person, precision: 0 | 1 | 2): Cell {
  if (precision === 2) return born.year;
  return precision === 1 ? `${born.month}/${born.year}` : dayText(born);
}

/** One column holds 10, 12 or 15 characters, or 11 digits where a zero was lost. */
function numberText(who: Person, at: number): Cell {
  if (at < 0.4) return who.social_insurance_number;
  if (at < 0.55) return who.card_number;
  return at < 0.85 ? who.citizen_number : Number(who.citizen_number);
}
