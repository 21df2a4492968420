import type { Form, FormColumnType, MeasureUnit } from "../../../ingest/form.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import { parseUnit } from "../../../ingest/parse/unit.ts";
import type { HeaderCell } from "../../../ingest/recognise/header.ts";

/** What the forms that are there say of a header. */
export interface KnownHeader {
  id: string;
  type: FormColumnType;
  is_personal: boolean;
}

/** Headers of columns that speak of a person. */
const PERSONAL =
  /\b(?:ho (?:va )?ten|ten (?:nguoi|chu ho|hoc sinh|cong dan|benh nhan|doan vien|dang vien|con|cha|me|vo|chong)|dia chi|noi (?:o|cu tru|thuong tru|tam tru|sinh)|que quan|dien thoai|so dt|sdt|email|thu dien tu|ngay sinh|nam sinh|ngay thang nam sinh|gioi tinh|cccd|cmnd|can cuoc|dinh danh|ho chieu|ma so bhxh|ma bhxh|so the|the bhyt|so tai khoan|ma so thue|chu ho|nguoi than|dan toc|ton giao|nghe nghiep)\b/;

/** Words of headers and the unit they speak of, the first that is there. */
const UNITS: readonly [RegExp, MeasureUnit][] = [
  [/%|\b(?:ty le|ti le|phan tram)\b/, "percent"],
  [
    /\b(?:so nguoi|nguoi|nhan khau|dan so|hoc sinh|doan vien|doi tuong|luot|con|cong dan)\b/,
    "people",
  ],
  [/\b(?:so vu|vu|vu viec|truong hop)\b/, "cases"],
  [/\b(?:so ho|ho gia dinh|ho ngheo|ho)\b/, "households"],
  [/\b(?:can|can ho|can nha)\b/, "units"],
  [/\b(?:dien tich|ha|hecta)\b/, "hectares"],
  [/\b(?:diem|co so|tu diem|cau lac bo)\b/, "places"],
];

const MACHINE_UNITS: readonly string[] = [
  "people",
  "percent",
  "cases",
  "units",
  "households",
  "hectares",
  "places",
];

/** A function that finds a header among those of the forms that are there; forms that differ say nothing. */
export function knownHeaders(forms: readonly Form[]): (cell: HeaderCell) => KnownHeader | null {
  const known = new Map<string, KnownHeader | null>();
  for (const { columns } of forms)
    for (const [id, { headers, type, is_personal = false }] of Object.entries(columns))
      for (const key of new Set(headers.map(wordKey))) {
        const before = known.get(key);
        const isSame = before === undefined || (before?.id === id && before.type === type);
        known.set(key, isSame ? { id, type, is_personal } : null);
      }
  return ({ key, keys }) => known.get(key) ?? known.get(keys.at(-1) ?? "") ?? null;
}

/** Whether a header speaks of a person. */
export function isPersonalHeader({ key }: HeaderCell): boolean {
  return PERSONAL.test(key);
}

/** The machine unit that a header speaks of: its gloss first, then its words; null when neither says. */
export function unitOfHeader({ texts, keys }: HeaderCell): MeasureUnit | null {
  const glosses = texts.flatMap((text) => /\(([^)]+)\)/.exec(text)?.[1] ?? []);
  const stated = glosses.map((gloss) => parseUnit(gloss)?.unit).find((unit) => unit !== undefined);
  if (stated && MACHINE_UNITS.includes(stated)) return stated as MeasureUnit;
  const words = [...keys].reverse().concat(texts.includes("%") ? "%" : []);
  for (const level of words)
    for (const [pattern, unit] of UNITS) if (pattern.test(level)) return unit;
  return texts.some((text) => text.includes("%")) ? "percent" : null;
}
