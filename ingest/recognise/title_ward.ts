import type { AreaReader } from "../parse/area.ts";
import { isCommuneName } from "../parse/commune_names.ts";
import { wordKey } from "../parse/key.ts";

/** The wards and communes that lines name. */
interface WardsNamed {
  is_ours: boolean;
  /** As written (`PHƯỜNG HẢI AN`). */
  others: string[];
}

/** The first words after `phường`, `xã` that begin no name; with their accents, for names share their letters. */
const NO_NAME = new Set([
  ...[
    "hội",
    "viên",
    "đội",
    "thực",
    "số",
    "và",
    "trên",
    "trong",
    "có",
    "là",
    "bảo",
    "tổng",
    "danh",
    "kết",
  ],
  ...[
    "quân",
    "từ",
    "ngày",
    "tháng",
    "quý",
    "năm",
    "tình",
    "đến",
    "theo",
    "đạt",
    "không",
    "chuẩn",
    "sạch",
  ],
  ...[
    "phụ",
    "đã",
    "do",
    "được",
    "của",
    "cho",
    "về",
    "ra",
    "vào",
    "bị",
    "ở",
    "tại",
    "các",
    "mỗi",
    "này",
  ],
  ...[
    "khác",
    "cũ",
    "mới",
    "trưởng",
    "chưa",
    "còn",
    "đang",
    "loại",
    "cấp",
    "điểm",
    "xã",
    "phường",
    "giao",
  ],
  ...[
    "thị",
    "tăng",
    "giảm",
    "quản",
    "đăng",
    "tham",
    "lân",
    "stt",
    "tt",
    "báo",
    "biểu",
    "thuộc",
    "nơi",
  ],
  ...[
    "văn minh",
    "văn hóa",
    "an toàn",
    "thông minh",
    "nông thôn",
    "học tập",
    "đô thị",
    "hoàn thành",
  ],
]);
/** Words after which a name has ended. */
const NAME_ENDS = new Set([
  ...[
    "tháng",
    "quý",
    "năm",
    "tỉnh",
    "thành",
    "tp",
    "tp.",
    "quận",
    "huyện",
    "đến",
    "theo",
    "từ",
    "ngày",
  ],
  ...[
    "báo",
    "danh",
    "tổng",
    "kết",
    "số",
    "trên",
    "và",
    "tại",
    "thực",
    "là",
    "biểu",
    "phường",
    "xã",
    "có",
  ],
]);
const WARD =
  /(?<![\p{L}])(?:(phường|xã|thị trấn|đặc khu|phuong|xa|thi tran)(?=\s)|(?<=(?:ubnd|bhxh|ca|công an|trạm y tế|mttq|đoàn)\s)([px](?:\.|(?=\s)))|([px]\.)(?=\s?\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}))(?=\s*([^,;:.()\n–-]{1,60})(\(cũ|\(trước)?)/giu;
const NO_NAME_PLAIN = new Set([...NO_NAME].map(wordKey));
const NAME_ENDS_PLAIN = new Set([...NAME_ENDS].map(wordKey));
/** The addresses of people and firms. */
const ADDRESS =
  /^(?:kinh gui|dia chi|noi cu tru|noi o|dia diem|tru so|ten don vi|don vi\b(?! tinh)|ma don vi)/;
const NOT_A_WARD = /(?:hợp tác|thị|các|cac|bảo hiểm|nhà ở|trật tự|cấp)\s*$/iu;

/** The wards that lines name: ours, and others; a former one that is said to be so is neither. */
function wardsNamed(lines: readonly string[], areas: AreaReader): WardsNamed {
  const named: WardsNamed = { is_ours: false, others: [] };
  for (const line of lines.map((text) => text.normalize("NFC").slice(0, LONGEST)))
    for (const match of line.matchAll(WARD)) {
      const [, word, office, initial, rest = "", former] = match;
      const before = line.slice(0, match.index);
      if (former || NOT_A_WARD.test(before) || COMPARED.test(before)) continue;
      const prefix = word ?? (/^x/i.test(office ?? initial ?? "") ? "xã" : "phường");
      if (isOurs(rest, prefix, areas)) named.is_ours = true;
      else {
        const name = nameIn(rest, wordKey(line) === line.toLowerCase());
        if (name !== null) named.others.push(`${word ?? office ?? initial} ${name}`);
      }
    }
  return named;
}

/** A longer line is no title. */
const LONGEST = 300;
const COMPARED = /so (?:sánh )?với/iu;
const FORMER = /^(?:cũ|cu|trước|truoc)$/iu;

/** The other ward of a sheet: its title names one and not ours, or its letterhead does and nothing names ours. */
export function otherWard(
  title: readonly string[],
  all: readonly string[],
  areas: AreaReader,
): string | null {
  const plain = (lines: readonly string[]) => lines.filter((line) => !ADDRESS.test(wordKey(line)));
  const ofTitle = wardsNamed(plain(title), areas);
  if (ofTitle.is_ours) return null;
  const ofAll = wardsNamed(plain(all), areas);
  return ofTitle.others[0] ?? (ofAll.is_ours ? null : (ofAll.others[0] ?? null));
}

/** The other ward that a name of a file or sheet speaks of, where the lines name ours nowhere. */
export function otherWardOfName(
  name: string,
  lines: readonly string[],
  areas: AreaReader,
): string | null {
  const own = wardsNamed(lines, areas);
  const { is_ours, others } = wardsNamed([name.replace(JOINTS, " ")], areas);
  return own.is_ours || is_ours ? null : (others[0] ?? bareName(name, areas));
}

/** The other ward of the country with whose name a file's name begins: whatever its letterhead says, it is not plainly ours. */
export function otherWardOfFile(name: string, areas: AreaReader): string | null {
  const { is_ours, others } = wardsNamed([name.replace(JOINTS, " ")], areas);
  const [other = ""] = others;
  const words = other.split(" ").slice(1);
  const isOfCountry = words.some((_, at) => isCommuneName(words.slice(0, at + 1).join(" ")));
  const isFirst = wordKey(name).startsWith(wordKey(other));
  return !is_ours && isOfCountry && isFirst ? other : null;
}

/** `Gia Viên`, `Gia Viên T10`: the name of another ward of the country and nothing else but a period. */
function bareName(name: string, areas: AreaReader): string | null {
  const bare = name.replace(JOINTS, " ").replace(OF_TIME, " ").replace(/\s+/g, " ").trim();
  return isCommuneName(bare) && !areas.isKnown(bare) ? bare : null;
}

/** A period in a name, and the ending of a file. */
const OF_TIME =
  /(?<!\p{L})(?:t|q|th|tháng|thang|quý|quy|năm|nam)\s?(?:\d+|[ivx]+)(?!\p{L})|\d+|(?<!\p{L})(?:xlsx?|ods|csv)$/giu;

/** What joins the words of names; the dot of `P. Hải An` is none. */
const JOINTS = /[_+-]+|(?<!(?:^|[^\p{L}])[px])\./giu;

/** Whether the words behind `phường` begin with our name. */
function isOurs(rest: string, word: string, areas: AreaReader): boolean {
  const words = rest.trim().split(/\s+/).slice(0, 5);
  return words.some(
    (_, at) => areas.read(`${word} ${words.slice(0, at + 1).join(" ")}`, null) === areas.ward_id,
  );
}

/** The name with which the words behind `phường` begin; null where none follows. */
function nameIn(rest: string, isPlain: boolean): string | null {
  const words = rest.trim().split(/\s+/).slice(0, 5);
  const keys = words.map((each) => each.toLowerCase());
  const [first = "", second = ""] = keys;
  const isNoName = (text: string) => (isPlain ? NO_NAME_PLAIN : NO_NAME).has(text);
  if (!/^\p{Lu}/u.test(words[0] ?? "") || isNoName(first) || isNoName(`${first} ${second}`))
    return null;
  const isCapitals = rest === rest.toUpperCase();
  const ends = keys.findIndex(
    (key, at) => at > 0 && (isPlain ? NAME_ENDS_PLAIN : NAME_ENDS).has(key),
  );
  const lower = isCapitals ? -1 : words.findIndex((each) => !/^\p{Lu}/u.test(each));
  const limits = [ends, lower].filter((at) => at > 0);
  const name = words.slice(0, Math.min(words.length, ...limits));
  const [next = ""] = keys.slice(name.length);
  return FORMER.test(next) || FORMER.test(name.at(-1) ?? "") ? null : name.join(" ");
}
