import { type Day, dayText, roman } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut } from "../layout.ts";
import { PERSONAL_NUMBER } from "../mess.ts";
import { leadUnits } from "../offices.ts";
import type { Cell, Row } from "../sheet.ts";
import { asking, type Explanation, MASK } from "../truth/explanations.ts";
import type { LeadUnit, TrackedFigure } from "../truth/tracking.ts";
import type { World } from "../world.ts";

/** How a lead unit names its file and writes periods; one of them sends CSV. */
interface Habit {
  name: string;
  period: (label: string) => string;
  area: string | null;
}

const HABITS: Readonly<Record<LeadUnit, Habit>> = {
  culture_society_division: {
    name: "van_hoa_xa_hoi.xlsx",
    period: asLabel,
    area: "Phường Lê Chân",
  },
  council_committee_office: { name: "van_phong_hdnd_ubnd.xlsx", period: inWords, area: null },
  fatherland_front: { name: "mttq.xlsx", period: inWords, area: "Phường Lê Chân" },
  economy_infrastructure_division: { name: "kinh_te_ha_tang.xlsx", period: inWords, area: null },
  health_station: { name: "tram_y_te.xlsx", period: inWords, area: "Toàn phường" },
  youth_union: { name: "doan_thanh_nien.csv", period: asLabel, area: "Phường Lê Chân" },
  school_heritage_cell: { name: "di_san.xlsx", period: asLabel, area: null },
};

/**
 * The tracking template as each lead unit filled it in, sent in early November 2026, and before them the
 * requests of the office that asks. Units that explain nothing use the template of before it had room for it.
 */
export function programmeTracking(world: World): Draft[] {
  const filledIn = (Object.keys(HABITS) as LeadUnit[]).map((unit, index) => {
    const { name, period, area } = HABITS[unit];
    const figures = world.tracked.filter(({ lead_unit }) => lead_unit === unit);
    const replies = world.explanations.filter(
      ({ replied_by }) => replied_by === unit && unit !== asking,
    );
    const hasRoom = replies.length > 0;
    const rows = figures.map((figure) => {
      const reply = replies.find((one) => isOf(one, figure));
      const said = hasRoom ? [...NOTHING_ASKED, ...replyCells(reply)] : [];
      return row(figure, period(figure.period), area, said);
    });
    return draft(name, unit, 80 + index, 3 + (index % 4), hasRoom ? EXPLAINED : COLUMNS, rows);
  });
  return [requests(world), ...filledIn];
}

/** What the office asks of all units, and the answers that came to it by letter. */
function requests({ explanations }: World): Draft {
  const rows = explanations
    .filter(({ request }) => request !== null)
    .map((one) => {
      const { indicator_id, period, request, requested_at, reply_due_date, replied_by } = one;
      const asked = [request, day(requested_at), day(reply_due_date)];
      const reply = replyCells(replied_by === asking ? one : undefined);
      return body(indicator_id, period, null, null, null, null, null, null, ...asked, ...reply);
    });
  return draft("yeu_cau_giai_trinh.xlsx", asking, 79, 2, EXPLAINED, rows);
}

function draft(
  name: string,
  unit: LeadUnit,
  number: number,
  day: number,
  columns: typeof COLUMNS,
  rows: Row[],
): Draft {
  const date: Day = { year: 2026, month: 11, day };
  const sheet = layOut({
    ...{ sheet_name: "Theo dõi", office: leadUnits[unit], number, date },
    ...{ titles: ["THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG"], columns, body: rows },
  });
  return { name: `Theo_doi_${name}`, sheets: [sheet] };
}

function isOf(one: Explanation, { indicator_id, period }: TrackedFigure): boolean {
  return one.indicator_id === indicator_id && one.period === period;
}

const COLUMNS = [
  column("1", 22, "Mã chỉ tiêu"),
  column("2", 14, "Kỳ"),
  column("3", 18, "Khu vực"),
  column("4", 12, "Tử số"),
  column("5", 12, "Mẫu số"),
  column("6", 12, "Giá trị"),
  column("7", 24, "Minh chứng"),
  column("8", 18, "Ghi chú"),
];

const EXPLAINED = [
  ...COLUMNS,
  column("9", 40, "Yêu cầu giải trình"),
  column("10", 14, "Ngày yêu cầu"),
  column("11", 14, "Hạn giải trình"),
  column("12", 60, "Giải trình"),
  column("13", 14, "Ngày giải trình"),
];

function row(figure: TrackedFigure, period: string, area: string | null, said: Cell[]): Row {
  const { numerator = null, denominator = null, value = null } = figure;
  const evidence = `Báo cáo kỳ ${period}`;
  const figures = [figure.indicator_id, period, area, numerator, denominator, value];
  return body(...figures, evidence, null, ...said);
}

const NOTHING_ASKED = [null, null, null];

function replyCells(one: Explanation | undefined): Cell[] {
  return [one?.reply?.replace(MASK, PERSONAL_NUMBER) ?? null, day(one?.replied_at ?? null)];
}

/** `05/11/2026` */
function day(date: string | null): string | null {
  if (date === null) return null;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayText({ year, month, day });
}

/** `2026-10`, `2026-Q3`, `2026` as they are. */
function asLabel(label: string): string {
  return label;
}

/** `10/2026`, `Quý III/2026`, `2026`. */
function inWords(label: string): string {
  const [year, part] = label.split("-");
  if (part === undefined) return label;
  return part.startsWith("Q") ? `Quý ${roman(Number(part.slice(1)))}/${year}` : `${part}/${year}`;
}
