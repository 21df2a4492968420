import { wordKey } from "./key.ts";

/** A machine unit and the factor that turns the written figure into it. */
export interface ScaledUnit {
  unit: string;
  scale: number;
}

/** Machine units and the words (as keys) that forms and published tables write for them. */
const UNIT_WORDS = {
  people: [
    ...["nguoi", "nhan khau", "khau", "so nguoi", "people", "nguoi dan"],
    ...["doi tuong", "cong dan", "thanh nien", "doan vien", "hoi vien", "dang vien", "hoc sinh"],
    ...["lao dong", "tre", "tre em", "nguoi nghien", "bi can", "nhan su", "can bo", "the bhyt"],
  ],
  percent: ["phan tram", "percent"],
  per_mille: ["phan nghin", "per mille"],
  cases: ["vu", "vu viec", "vu an", "truong hop", "cases", "vu pham toi"],
  units: ["can", "can ho", "can nha", "units"],
  households: ["ho", "ho gia dinh", "ho dan", "households", "hgd", "so ho"],
  hectares: ["ha", "hecta", "hec ta", "hectares", "heta"],
  square_metres: ["m2", "met vuong", "m vuong"],
  square_kilometres: ["km2", "kilomet vuong", "ki lo met vuong"],
  points: ["diem", "points"],
  days: ["ngay", "ngay lam viec", "days"],
  schools: ["truong", "truong hoc", "schools"],
  events: ["buoi", "su kien", "events", "cuoc", "hoi nghi"],
  places: ["diem tu diem", "tu diem", "co so", "dia diem", "dia ban"],
  groups: ["nhom", "bang nhom", "bang", "to nhom"],
  cards: ["the"],
  visits: ["luot", "luot kham", "luot khach", "luot nguoi"],
  files: ["ho so"],
  projects: ["du an"],
  vehicles: ["xe", "phuong tien", "chiec"],
  vnd: ["dong", "vnd", "vnd dong", "viet nam dong", "dong viet nam"],
  tonnes: ["tan", "tan rac", "tonnes"],
} as const satisfies Record<string, readonly string[]>;

/** A unit by which figures are kept. */
export type MachineUnit = keyof typeof UNIT_WORDS;

/** The units by which figures are kept. */
export const MACHINE_UNITS = Object.keys(UNIT_WORDS) as MachineUnit[];

/** Units of one kind: how many of the first make one. */
const KINDS: readonly Readonly<Record<string, number>>[] = [
  { square_metres: 1, hectares: 10_000, square_kilometres: 1_000_000 },
  { percent: 10, per_mille: 1 },
  { points: 1, places: 1 },
  { cases: 1, groups: 1 },
];

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

/** A scale and a unit in one word, as keys. */
const SHORT: ReadonlyMap<string, ScaledUnit> = new Map([
  ["trd", { unit: "vnd", scale: 1e6 }],
  ["tr dong", { unit: "vnd", scale: 1e6 }],
  ["ngd", { unit: "vnd", scale: 1e3 }],
  ["1000d", { unit: "vnd", scale: 1e3 }],
]);
const SCALED = new RegExp(`^(${[...SCALE_WORDS.keys()].join("|")}) ?(.+)$`);
/** With or without marks; between the words and the colon may stand of what the unit is. */
const STATED =
  /(?<!\p{L})(?:(?:[đd]vt|[đd]v t[íi]nh|[đd][ơo]n\s+v[ịi]\s+t[íi]nh)(?:(?:\s+[\p{L}]+){0,3}(?=\s*[:：]))?\s*(?:l[àa]\s*)?[:：]?|(?:[đd][ơo]n\s+v[ịi]|unit)\s*[:：])\s*([^;|()\n]+)/giu;

/** The unit of a unit text such as `nghìn người`, `%`, `triệu đồng`; null when it is none. */
export function parseUnit(text: string): ScaledUnit | null {
  if (/^[\s(]*%/.test(text)) return { unit: "percent", scale: 1 };
  if (/^[\s(]*‰[\s)]*$/.test(text)) return { unit: "per_mille", scale: 1 };
  const key = wordKey(text.replace(/m²/gi, "m2").replace(/(\d)\.000/g, "$1000"));
  const short = SHORT.get(key);
  if (short) return { ...short };
  const [, word, rest] = SCALED.exec(key) ?? [];
  const unit = unitOf(rest ?? key);
  return unit === null ? null : { unit, scale: SCALE_WORDS.get(word ?? "") ?? 1 };
}

/**
 * The units stated in title lines (`ĐVT: hộ, khẩu`, `Đơn vị tính: nghìn người`), each once. An office
 * (`Đơn vị: Công an phường`) is no unit.
 */
const OF_MEASURE = /(?:đvt|đơn vị tính|don vi tinh|dvt)/iu;

export function titleUnits(lines: readonly string[]): ScaledUnit[] {
  const found = lines.flatMap((line) =>
    [...line.normalize("NFC").matchAll(STATED)].flatMap(([whole, stated = ""]) => {
      const units = unitsOf(stated);
      const isUnknown = units.length === 0 && OF_MEASURE.test(whole) && /\p{L}/u.test(stated);
      return isUnknown ? [{ unit: stated.trim(), scale: 1 }] : units;
    }),
  );
  return [...new Map(found.map((each) => [`${each.unit} ${each.scale}`, each])).values()];
}

/**
 * The factor by which a written figure becomes one of a unit (12,500 m² are 1.25 ha); null where the units
 * are of different kinds: đồng are never people.
 */
export function convertUnit(from: ScaledUnit, to: string): number | null {
  if (from.unit === to) return from.scale;
  const kind = KINDS.find((each) => from.unit in each && to in each);
  const [of, per] = [kind?.[from.unit], kind?.[to]];
  return of === undefined || per === undefined ? null : (from.scale * of) / per;
}

/** So many of something to so many people: no count, and none of the machine's units. */
const PER_POPULATION = /(?:\/|\btrên|\btren)\s*(?:mỗi\s*)?(?:\d|một|1|nghìn|ngàn|vạn|triệu)/iu;

/** A unit that is not kept as it is: a rate per so many people, or a scale that says of nothing (`triệu`). */
export function strangeUnit(text: string): ScaledUnit | null {
  const isBareScale = SCALE_WORDS.has(wordKey(text));
  return isBareScale || PER_POPULATION.test(text) ? { unit: text.trim(), scale: 1 } : null;
}

function unitsOf(stated: string): ScaledUnit[] {
  const whole = parseUnit(stated);
  if (whole) return [whole];
  if (PER_POPULATION.test(stated)) return [{ unit: stated.trim(), scale: 1 }];
  return stated.split(/[,/&+–-]|\s(?:và|va)\s/iu).flatMap((part) => parseUnit(part) ?? []);
}

function unitOf(key: string): string | null {
  const entry = Object.entries<readonly string[]>(UNIT_WORDS).find(([, words]) =>
    words.includes(key),
  );
  return entry?.[0] ?? null;
}
