import { wordKey } from "./key.ts";

/** A machine unit and the factor that turns the written figure into it. */
export interface ScaledUnit {
  unit: string;
  scale: number;
}

/** Machine units and the words (as keys) that forms and published tables write for them. */
const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  people: ["nguoi", "nhan khau", "doi tuong", "luot nguoi", "doan vien", "hoc sinh", "people"],
  percent: ["phan tram", "percent"],
  cases: ["vu", "vu viec", "vu an", "truong hop", "cases"],
  units: ["can", "can ho", "can nha", "units"],
  households: ["ho", "ho gia dinh", "ho dan", "households"],
  hectares: ["ha", "hecta", "hec ta", "hectares"],
  square_metres: ["m2", "met vuong"],
  points: ["diem", "points"],
  days: ["ngay", "ngay lam viec", "days"],
  schools: ["truong", "truong hoc", "schools"],
  events: ["buoi", "su kien", "events"],
  places: ["diem tu diem", "tu diem", "co so"],
  vnd: ["dong", "vnd", "vnd dong"],
};

/** Words that scale a number, as keys. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ["nghin", 1e3],
  ["ngan", 1e3],
  ["thousand", 1e3],
  ["1000", 1e3],
  ["1 000", 1e3],
  ["trieu", 1e6],
  ["million", 1e6],
  ["ty", 1e9],
  ["ti", 1e9],
  ["billion", 1e9],
]);

const SCALED = new RegExp(`^(${[...SCALE_WORDS.keys()].join("|")}) (.+)$`);
const STATED = /(?:đvt|đơn\s+vị\s+tính|đơn\s+vị|unit)\s*[:：]\s*([^;|()\n]+)/iu;

/** The unit of a unit text such as `nghìn người`, `%`, `triệu đồng`; null when it is none. */
export function parseUnit(text: string): ScaledUnit | null {
  if (/^[\s(]*%[\s)]*$/.test(text)) return { unit: "percent", scale: 1 };
  const key = wordKey(text.replace(/m²/g, "m2"));
  const [, word, rest] = SCALED.exec(key) ?? [];
  const unit = unitOf(rest ?? key);
  return unit === null ? null : { unit, scale: SCALE_WORDS.get(word ?? "") ?? 1 };
}

/** Factors between units of one kind. */
const CONVERTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  square_metres: { hectares: 1e-4 },
  hectares: { square_metres: 1e4 },
  points: { places: 1 },
};

/** The factor from figures of a stated unit to another one; null where they are of different kinds. */
export function convertUnit({ unit, scale }: ScaledUnit, to: string): number | null {
  const factor = unit === to ? 1 : CONVERTED[unit]?.[to];
  return factor === undefined ? null : scale * factor;
}

/** The unit stated in title lines (`ĐVT: …`, `Đơn vị tính: …`); null when none is stated. */
export function titleUnit(lines: readonly string[]): ScaledUnit | null {
  for (const line of lines) {
    const stated = STATED.exec(line.normalize("NFC"))?.[1];
    const unit = stated === undefined ? null : parseUnit(stated);
    if (unit) return unit;
  }
  return null;
}

function unitOf(key: string): string | null {
  const entry = Object.entries(UNIT_WORDS).find(([, words]) => words.includes(key));
  return entry?.[0] ?? null;
}
