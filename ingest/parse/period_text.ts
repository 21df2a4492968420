import type { Period } from "./period_dates.ts";
import { isSpan } from "./period_explained.ts";

/** How a period is written so that `parsePeriod` reads it; without a year it can't be. */
export function periodText({ frequency, year, month, quarter, half, start, end }: Period): string {
  if (frequency === "date" && end) return writtenDay(end);
  if (start && end && isSpan({ frequency, start, end }))
    return `${start.slice(0, 4)}-${end.slice(0, 4)}`;
  if (start && end) return `từ ${writtenDay(start)} đến ${writtenDay(end)}`;
  if (frequency === "month") return `Tháng ${month}/${year}`;
  if (frequency === "quarter") return `Quý ${["I", "II", "III", "IV"][(quarter ?? 1) - 1]}/${year}`;
  if (frequency === "half_year") return `6 tháng ${half === 2 ? "cuối" : "đầu"} năm ${year}`;
  if (frequency === "year_to_date") return `${month} tháng năm ${year}`;
  return `Năm ${year}`;
}

function writtenDay(date: string): string {
  return date.split("-").reverse().join("/");
}
