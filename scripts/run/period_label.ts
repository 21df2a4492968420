import { parsePeriod } from "../../ingest/parse/period.ts";

/**
 * The label of a period that people write in their way (`10/2026`, `Quý III/2026`, `6 tháng đầu năm 2026`):
 * 2026-10, 2026-Q3, 2026-H1, 2026. What is no such period stays as it is, in capitals.
 */
export function periodLabel(text: string): string {
  const asked = text.trim().toUpperCase();
  const read = /^\d{4}-/.test(asked) ? null : parsePeriod(text);
  const { frequency, year, month, quarter, half } = read?.ok ? read.value : {};
  if (year === undefined) return asked;
  if (frequency === "month" && month) return `${year}-${String(month).padStart(2, "0")}`;
  if (frequency === "quarter" && quarter) return `${year}-Q${quarter}`;
  if (frequency === "half_year" && half) return `${year}-H${half}`;
  return frequency === "year" ? String(year) : asked;
}
