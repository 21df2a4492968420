import type { AreaReader } from "../parse/area.ts";
import { isCommuneName } from "../parse/commune_names.ts";
import { wordKey } from "../parse/key.ts";

/** The lines that may say of which area a table is. */
interface AreaLines {
  /** Lines of the title. */
  title: readonly string[];
  /** All lines above, with those of the letterhead. */
  all: readonly string[];
  /** The sheet's name. */
  sheet: string;
  /** A list of people or firms names where these are. */
  is_list: boolean;
  /** What the form is called. */
  form_title: string;
}

/** A label behind which it is said of where a table is. */
const PLACE =
  /^\s*(?:địa bàn|khu vực|phạm vi|địa phương|dia ban|khu vuc|pham vi)[^:]{0,20}:(.*)$/isu;
/** A label behind which it is said whose table it is. */
const OFFICE =
  /^\s*(?:đơn vị|cơ quan|nơi|don vi|co quan)(?! (?:tính|tinh))(?: (?:báo cáo|lập|gửi|thực hiện|bao cao|gui))?\s*:(.*)$/isu;
/** Lines about other papers, people's addresses and whom a paper is sent to. */
const ASIDE =
  /^\W*(?:kinh gui|dia chi|noi cu tru|noi o|tru so|ten don vi|ma don vi|can cu|theo|thuc hien|kem|ban hanh|nguon|ghi chu|luu y|mau|noi nhan)\b/;
const LONGEST = 200;

/** A district; without marks it may be the army (`quân`) or a relation (`quan hệ`), as `tinh` may be `tính`. */
const DISTRICT = /(?<!\p{L})(?:quận|huyện|thị xã)(?!\p{L})/iu;
const CITY = /(?<!\p{L})(?:thành phố|thanh pho|tp|tỉnh)(?!\p{L})/iu;
const WHOLE_CITY =
  /(?<!\p{L})(?:toàn|cả|địa bàn|khu vực|trong|tại|toan|dia ban) (?:thành phố|thanh pho|tp|tỉnh)(?!\p{L})/iu;
const SEVERAL =
  /(?<!\b(?:so|tdp|to|pho|khu|cum|thon|thang|quy|nam) )\b(?:(?:cac|nhung|toan bo|may|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:phuong|xa)(?! hoi)|\d{1,3} (?:phuong|xa)(?: xa)?(?=$| (?:tren|cua|thuoc|thang|quy|nam|trong|dac)\b))/;
const CLUSTER = /\bcum (?:(?:dan cu|thi dua|lien phuong|cong an|an ninh) )*(?:so )?\d{1,2}\b/;
const FORMER =
  /(?<!\p{L})(?:phường|xã|quận|huyện|phuong|xa)\s+[^,;()\n]{2,30}?[\s(]+(?:cũ|trước đây|trước (?:sáp nhập|sắp xếp))(?!\p{L})|\((?:cũ|trước (?:sáp nhập|sắp xếp))\)/iu;

/**
 * What lines say of an area that is more than the ward, or a part of it: several wards, a district, the city,
 * a cluster, a ward before it was joined. As written; null where they say nothing of it.
 */
export function widerArea(
  { title, all, sheet, is_list, form_title }: AreaLines,
  areas: AreaReader,
): string | null {
  const lines = title.map(plainText).filter((line) => !isAside(line));
  const said = lines.find((line) => isWider(line, is_list, areas));
  if (said !== undefined) return said.trim();
  const name = sheet.replace(PERIOD, " ");
  if (!isShortFor(name, form_title) && isLargerName(name, areas)) return sheet.trim();
  const heads = is_list ? [] : all.map(plainText).filter((line) => !isAside(line));
  const namesWard = heads.some((line) => WARD_WORD.test(wordKey(line)));
  return namesWard ? null : (heads.find((line) => DISTRICT.test(line))?.trim() ?? null);
}

/** `TP` on a sheet of offences (`tội phạm`) is no city. */
function isShortFor(name: string, title: string): boolean {
  const initials = wordKey(title).replace(/(\S)\S*\s*/g, "$1");
  const key = wordKey(name);
  return key.length === 2 && initials.includes(key);
}

/** `TP`, `Quận`, or the city by its name. */
function isLargerName(name: string, areas: AreaReader): boolean {
  const area_id = areas.read(name.trim(), null);
  const inside = [areas.ward_id, ...areas.neighbourhoods.map((each) => each.area_id)];
  return OF_NAMES.test(wordKey(name)) || (area_id !== null && !inside.includes(area_id));
}

const WARD_WORD = /\b(?:phuong|xa|thi tran|dac khu) (?!hoi\b|phap\b)\S/;
/** Names of sheets that mean a larger area. */
const OF_NAMES =
  /^(?:toan |ca |so lieu )?(?:tp|tphp|thanh pho|quan|huyen|tinh|ca nuoc|cac phuong|lien phuong|cum(?: so)?(?: \d+)?)$/;
const PERIOD =
  /(?<!\p{L})(?:t|q|th|tháng|thang|quý|quy|năm|nam)[ .]?(?:\d+|[ivx]+)(?:[./-]\d+)*|\d{4}/giu;

function plainText(line: string): string {
  return line.normalize("NFC");
}

function isAside(line: string): boolean {
  return line.length > LONGEST || ASIDE.test(wordKey(line));
}

function isWider(line: string, isList: boolean, areas: AreaReader): boolean {
  const [, place] = PLACE.exec(line) ?? [];
  if (place !== undefined) return isWiderPlace(place, areas);
  const [, office] = OFFICE.exec(line) ?? [];
  if (office !== undefined) return !isList && isLarger(office, areas, CITY);
  if (line.includes(":")) return false;
  const key = wordKey(line);
  return SEVERAL.test(key) || isPart(line, key) || isLarger(line, areas, WHOLE_CITY);
}

function isWiderPlace(place: string, areas: AreaReader): boolean {
  const key = wordKey(place);
  if (SEVERAL.test(key) || isPart(place, key) || isLarger(place, areas, CITY)) return true;
  return namedPlaces(place).some((name) => areas.read(name, null) === null && isCommuneName(name));
}

function isPart(line: string, key: string): boolean {
  return CLUSTER.test(key) || FORMER.test(line);
}

/** The names in a list of wards: `phường A, B và C`. */
function namedPlaces(text: string): string[] {
  return text
    .split(/[,;()+&/]|\s[-–]\s|(?<!\p{L})(?:và|va)(?!\p{L})/iu)
    .map((part) => part.replace(/^\s*(?:phường|xã|p\.|x\.|phuong|xa)\s*/iu, "").trim());
}

/** A district or a city is named, and the ward is not: a district may bear its name. */
function isLarger(line: string, areas: AreaReader, city: RegExp): boolean {
  const rest = line.replace(DISTRICT_NAMED, " ");
  const key = wordKey(rest);
  const namesWard = areas.ward_keys.some((ward) => ` ${key} `.includes(` ${ward} `));
  return !namesWard && (DISTRICT.test(line) || city.test(rest));
}

/** A district with its name. */
const DISTRICT_NAMED = /(?<!\p{L})(?:quận|huyện|thị xã)\s+[^,;:()–-]+/giu;
