import type { Form, FormColumnType } from "../../../ingest/form.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import { MACHINE_UNITS, type MachineUnit, parseUnit } from "../../../ingest/parse/unit.ts";
import type { HeaderCell } from "../../../ingest/recognise/header.ts";

/** What the forms that are there say of a header. */
export interface KnownHeader {
  id: string;
  type: FormColumnType;
}

/** Words of headers and the unit they speak of, the first that is there. */
const UNITS: readonly [RegExp, MachineUnit][] = [
  [/%|\b(?:ty le|ti le|phan tram)\b/, "percent"],
  [
    /\b(?:so nguoi|nguoi|nhan khau|dan so|hoc sinh|doan vien|doi tuong|luot|con|cong dan)\b/,
    "people",
  ],
  [/\b(?:so vu|vu|vu viec|truong hop)\b/, "cases"],
  [/\bho so\b/, "files"],
  [/\b(?:so ho|ho gia dinh|ho ngheo|ho)\b/, "households"],
  [/\b(?:can|can ho|can nha)\b/, "units"],
  [/\b(?:dien tich|ha|hecta)\b/, "hectares"],
  [/\b(?:diem|co so|tu diem|cau lac bo)\b/, "places"],
  [/\b(?:khoi luong|tan)\b/, "tonnes"],
  [/\b(?:so tien|kinh phi|dong)\b/, "vnd"],
  [/\b(?:buoi|cuoc|hoi nghi|su kien)\b/, "events"],
];

/** A function that finds a header among those of the forms that are there; forms that differ say nothing. */
export function knownHeaders(forms: readonly Form[]): (cell: HeaderCell) => KnownHeader | null {
  const known = new Map<string, KnownHeader | null>();
  for (const { columns } of forms)
    for (const [id, { headers, type }] of Object.entries(columns))
      for (const key of new Set(headers.map(wordKey))) {
        const before = known.get(key);
        const isSame = before === undefined || (before?.id === id && before.type === type);
        known.set(key, isSame ? { id, type } : null);
      }
  return ({ key, keys }) => known.get(key) ?? known.get(keys.at(-1) ?? "") ?? null;
}

/** The machine unit that a header speaks of: its gloss first, then its words; null when neither says. */
export function unitOfHeader({ texts, keys }: HeaderCell): MachineUnit | null {
  const glosses = texts.flatMap((text) => /\(([^)]+)\)/.exec(text)?.[1] ?? []);
  const stated = glosses.map((gloss) => parseUnit(gloss)?.unit).find((unit) => unit !== undefined);
  const known = MACHINE_UNITS.find((unit) => unit === stated);
  if (known) return known;
  const words = [...keys].reverse().concat(texts.includes("%") ? "%" : []);
  for (const level of words)
    for (const [pattern, unit] of UNITS) if (pattern.test(level)) return unit;
  return texts.some((text) => text.includes("%")) ? "percent" : null;
}
