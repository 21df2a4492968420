/** The languages of the pages; Vietnamese comes first everywhere. */
export type Language = "vi" | "en";

const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

/** A number with exactly `decimals` decimals: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  return numberFormat(decimals, language).format(rounded).replace("-", "−");
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A format is costly to make and is asked for once a figure. */
function numberFormat(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locales[language], digits);
  numberFormats.set(key, format);
  return format;
}

/** A number for a sentence or a headline figure: whole numbers drop their decimals, 100,00 is 100. */
export function formatShort(value: number, decimals: number, language: Language): string {
  const isWhole = Math.abs(value - Math.round(value)) < 0.5 * 10 ** -decimals;
  return formatNumber(value, isWhole ? 0 : decimals, language);
}

/** Decimals enough to tell a value from what it is measured by: 97,96 is not shown as 98 beside 98. */
export function decisiveDecimals(value: number, beside: number, decimals: number): number {
  if (Math.round((value - beside) * 1e6) === 0) return decimals;
  const isTold = (digits: number) => value.toFixed(digits) !== beside.toFixed(digits);
  return [0, 1, 2, 3, 4].map((more) => decimals + more).find(isTold) ?? decimals;
}

/** A number rounded to two significant digits, for "about": 1.147 becomes 1.100. */
export function formatAbout(value: number, language: Language): string {
  return aboutFormats[language].format(value).replace("-", "−");
}

const about = { maximumSignificantDigits: 2 };
const aboutFormats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat(locales.vi, about),
  en: new Intl.NumberFormat(locales.en, about),
};

/** A probability as whole percent, never a flat 0% or 100%: `< 1%`, `> 99%`. */
export function formatChance(probability: number, language: Language): string {
  if (probability < 0.01) return "< 1%";
  if (probability > 0.99) return "> 99%";
  return `${formatNumber(probability * 100, 0, language)}%`;
}

/** A date yyyy-mm-dd as 31/10/2026 in Vietnamese, 31 Oct 2026 in English. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split("-") as [string, string, string];
  return language === "vi"
    ? `${day}/${month}/${year}`
    : `${+day} ${monthNames[+month - 1]} ${year}`;
}

/** An instant as the ward's clock shows it: 02:14 24/11/2026, 02:14 24 Nov 2026. */
export function formatInstant(instant: Date, language: Language): string {
  const parts = wardClock.formatToParts(instant).map(({ type, value }) => [type, value] as const);
  const part = Object.fromEntries(parts) as Record<string, string>;
  const date = `${part["year"]}-${part["month"]}-${part["day"]}`;
  return `${part["hour"]}:${part["minute"]} ${formatDate(date, language)}`;
}

const wardClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** A period named by its end: tháng 10/2026, quý III/2026, 6 tháng đầu năm 2026, năm 2026. */
export function formatPeriod(frequency: string, end: string, language: Language): string {
  const [year, month] = end.split("-").map(Number) as [number, number];
  const name = periodNames[language][frequency];
  return name ? name(month, year) : formatDate(end, language);
}

/** A period named by its label: 2026-Q3 is quý III/2026. */
export function formatLabel(label: string, language: Language): string {
  const [year = "", part = ""] = label.split("-");
  const month = monthOf[part[0] ?? ""]?.(Number(part.slice(1))) ?? Number(part || 12);
  const frequency = part === "" ? "year" : ({ Q: "quarter", H: "half" }[part[0] ?? ""] ?? "month");
  return formatPeriod(frequency, `${year}-${month}`, language);
}

const monthOf: Record<string, (part: number) => number> = {
  Q: (quarter) => 3 * quarter,
  H: (half) => 6 * half,
};

const periodNames: Record<Language, Record<string, (month: number, year: number) => string>> = {
  vi: {
    month: (month, year) => `tháng ${month}/${year}`,
    quarter: (month, year) => `quý ${roman(month)}/${year}`,
    half: (month, year) => `6 tháng ${month > 6 ? "cuối" : "đầu"} năm ${year}`,
    year: (_, year) => `năm ${year}`,
  },
  en: {
    month: (month, year) => `${monthNames[month - 1]} ${year}`,
    quarter: (month, year) => `Q${Math.ceil(month / 3)} ${year}`,
    half: (month, year) => `${month > 6 ? "second" : "first"} half of ${year}`,
    year: (_, year) => `${year}`,
  },
};

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function roman(month: number): string {
  return ["I", "II", "III", "IV"][Math.ceil(month / 3) - 1] as string;
}

/** The first letter in lower case, unless the word is an abbreviation: BHYT stays BHYT. */
export function lowerFirst(text: string): string {
  const [first = "", second = ""] = text;
  const isAbbreviation = second !== second.toLowerCase();
  return isAbbreviation ? text : first.toLowerCase() + text.slice(first.length);
}

/** The first letter in upper case. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
