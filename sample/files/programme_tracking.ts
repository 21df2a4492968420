import { roman } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut } from "../layout.ts";
import { leadUnits } from "../offices.ts";
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

/** The tracking template as each lead unit filled it in, sent in early November 2026. */
export function programmeTracking(world: World): Draft[] {
  return (Object.keys(HABITS) as LeadUnit[]).map((unit, index) => {
    const { name, period, area } = HABITS[unit];
    const figures = world.tracked.filter(({ lead_unit }) => lead_unit === unit);
    const sheet = layOut({
      sheet_name: "Theo dõi",
      office: leadUnits[unit],
      number: 80 + index,
      date: { year: 2026, month: 11, day: 3 + (index % 4) },
      titles: ["THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG"],
      columns: COLUMNS,
      body: figures.map((figure) => row(figure, period(figure.period), area)),
    });
    return { name: `Theo_doi_${name}`, sheets: [sheet] };
  });
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

function row(figure: TrackedFigure, period: string, area: string | null) {
  const { numerator = null, denominator = null, value = null } = figure;
  const evidence = `Báo cáo kỳ ${period}`;
  return body(figure.indicator_id, period, area, numerator, denominator, value, evidence, null);
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
