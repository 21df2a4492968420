import { addDays, dayText, type Quarter, roman } from "../calendar.ts";
import type { Report } from "../layout.ts";
import { leadUnits } from "../offices.ts";
import { quarterEnd } from "../truth/housing.ts";

/** What the sheets of a quarter's housing workbook have in common: the office, the date, the period. */
export function housingFrame(
  quarter: Quarter,
  index: number,
  title: string,
): Pick<Report, "office" | "number" | "date" | "titles"> {
  const end = quarterEnd(quarter);
  return {
    office: leadUnits.economy_infrastructure_division,
    number: 70 + index,
    date: addDays(end, 8),
    titles: [
      title,
      `Quý ${roman(quarter.quarter)}/${quarter.year}`,
      `(Số liệu tính đến ngày ${dayText(end)})`,
    ],
  };
}
