/** A month of a year; month is 1–12. */
export interface Month {
  year: number;
  month: number;
}

/** A quarter of a year; quarter is 1–4. */
export interface Quarter {
  year: number;
  quarter: number;
}

/** A calendar day. */
export interface Day extends Month {
  day: number;
}

/** The months of the sample, January 2023 to October 2026. */
export const months: readonly Month[] = Array.from({ length: 46 }, (_, index) => monthAt(index));

/** The quarters of the sample, I/2023 to III/2026. */
export const quarters: readonly Quarter[] = Array.from({ length: 15 }, (_, index) => ({
  year: 2023 + Math.floor(index / 4),
  quarter: (index % 4) + 1,
}));

/** The years of the sample; the last one is not over. */
export const years: readonly number[] = [2023, 2024, 2025, 2026];

/** The month so many months after January 2023. */
export function monthAt(index: number): Month {
  return { year: 2023 + Math.floor(index / 12), month: (index % 12) + 1 };
}

/** How many months a month is after January 2023. */
export function indexOf({ year, month }: Month): number {
  return (year - 2023) * 12 + month - 1;
}

/** The last month of a quarter. */
export function lastMonth({ year, quarter }: Quarter): Month {
  return { year, month: quarter * 3 };
}

/** The last day of a month. */
export function monthEnd({ year, month }: Month): Day {
  return { year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() };
}

/** The day so many days after another. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / 86_400_000;
}

/** The quarter that a day falls into. */
export function quarterOf({ year, month }: Month): Quarter {
  return { year, quarter: Math.ceil(month / 3) };
}

/** Police windows: from the 15th of the month before the first month to the 14th of the last. */
export function policeWindow(year: number, firstMonth: number, lastMonth: number): [Day, Day] {
  const start = firstMonth === 1 ? { year: year - 1, month: 12 } : { year, month: firstMonth - 1 };
  return [
    { ...start, day: 15 },
    { year, month: lastMonth, day: 14 },
  ];
}

/** `2026-10` */
export const monthLabel = ({ year, month }: Month): string => `${year}-${two(month)}`;

/** `2026-Q3` */
export const quarterLabel = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`;

/** `31/10/2026` */
export const dayText = ({ year, month, day }: Day): string => `${two(day)}/${two(month)}/${year}`;

/** `I`, `II`, `III`, `IV` */
export const roman = (quarter: number): string => ["I", "II", "III", "IV"][quarter - 1] ?? "";

/** Two digits. */
export const two = (value: number): string => String(value).padStart(2, "0");

function utc({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}
