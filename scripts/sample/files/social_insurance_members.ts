import { dayText, type Month, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { entry, layOut } from "../layout.ts";
import { socialInsuranceOffice } from "../offices.ts";
import { random } from "../random.ts";
import type { Cell, Row } from "../sheet.ts";
import { type Employee, employees } from "../truth/employees.ts";
import type { World } from "../world.ts";

/** An employer's list of social insurance participants on 31 October 2026, as form D02-LT has it. */
export function socialInsuranceMembers({ seed }: World): Draft[] {
  const sheet = layOut({
    sheet_name: "D02-LT",
    office: socialInsuranceOffice,
    number: 202,
    date: { year: 2026, month: 11, day: 6 },
    titles: [
      "DANH SÁCH LAO ĐỘNG THAM GIA BHXH, BHYT, BHTN (Mẫu D02-LT)",
      "(Số liệu tính đến ngày 31/10/2026)",
      "Tên đơn vị: Công ty Mẫu Lê Chân",
      "Mã đơn vị: TZ0003C",
    ],
    columns: HEADERS.map((header, i) => column(label(i), i === 1 ? 24 : 12, ...header)),
    body: [
      entry("I", "Tăng"),
      entry("I.1", "Lao động"),
      ...employees(seed).map((employee, i) => row(seed, employee, i + 1)),
      entry(null, "Cộng tăng"),
    ],
  });
  return [{ name: "BHXH_D02_2026_10.xlsx", sheets: [sheet] }];
}

/** `A`, `B`, `1`, `2` … */
function label(index: number): string {
  return ["A", "B"][index] ?? String(index - 1);
}

const WORK = "Vị trí việc làm";
const PAY = "Tiền lương";
const EXTRA = "Phụ cấp";
const HARD = "Ngành, nghề nặng nhọc, độc hại";
const CONTRACT = "Loại và hiệu lực HĐLĐ";
const BEGIN = "Ngày bắt đầu";
const END = "Ngày kết thúc";

/** 27 columns under three levels. */
const HEADERS: readonly (readonly string[])[] = [
  ["STT"],
  ["Họ và tên"],
  ["Mã số BHXH"],
  ["Ngày tháng năm sinh"],
  ["Giới tính"],
  ["Số CCCD/CMND/Hộ chiếu"],
  ["Cấp bậc, chức vụ, chức danh nghề, nơi làm việc"],
  [WORK, "Nhà quản lý"],
  [WORK, "Chuyên môn kỹ thuật bậc cao"],
  [WORK, "Chuyên môn kỹ thuật bậc trung"],
  [WORK, "Khác"],
  [PAY, "Hệ số/Mức lương"],
  [PAY, EXTRA, "Chức vụ"],
  [PAY, EXTRA, "Thâm niên VK (%)"],
  [PAY, EXTRA, "Thâm niên nghề (%)"],
  [PAY, EXTRA, "Phụ cấp lương"],
  [PAY, EXTRA, "Các khoản bổ sung"],
  [HARD, BEGIN],
  [HARD, END],
  [CONTRACT, "Không xác định thời hạn", BEGIN],
  [CONTRACT, "Xác định thời hạn", BEGIN],
  [CONTRACT, "Xác định thời hạn", END],
  [CONTRACT, "Khác", BEGIN],
  [CONTRACT, "Khác", END],
  ["Từ tháng, năm"],
  ["Đến tháng, năm"],
  ["Ghi chú"],
];

function row(seed: number, { who, salary, from, until }: Employee, ordinal: number): Row {
  const draw = random(seed, "how an employee is written", who.social_insurance_number);
  const cells: Cell[] = HEADERS.map(() => null);
  const hasInsuranceNumber = draw.uniform() < 0.8;
  const filled: Record<number, Cell> = {
    0: ordinal,
    1: who.name,
    2: hasInsuranceNumber ? who.social_insurance_number : null,
    3: dayText(who.born),
    4: who.sex === "male" ? "Nam" : "Nữ",
    5: !hasInsuranceNumber || draw.uniform() < 0.7 ? who.citizen_number : null,
    6: "Nhân viên",
    10: "x",
    11: salaryText(salary),
    24: monthText(from),
    25: until && monthText(until),
    26: until && "đã nghỉ",
  };
  return entry(...cells.map((empty, i) => filled[i] ?? empty));
}

/** `4.74` for a coefficient, `5.310.000` for đồng. */
function salaryText(salary: number): string {
  return salary < 100 ? salary.toFixed(2) : String(salary).replace(/\B(?=(\d{3})+$)/g, ".");
}

function monthText({ year, month }: Month): string {
  return `${two(month)}/${year}`;
}
