/** What a title's lines say of their own table, and what of other times. */
export interface Clauses {
  /** Text that may name the table's period; bracketed parts stand apart, lines are parted by line breaks. */
  speaking: string;
  /** What plans and comparisons name: no period of the table, but a reason to ask where nothing else is said. */
  of_other_times: string;
}

const DONE = "(?:ket qua|tien do|tinh hinh|thuc hien|hoan thanh)(?: (?:cac|mot so|cong tac))?";
const OTHER_TIMES = new RegExp(
  [
    "so(?: sanh)? voi|cung (?:ky|thoi diem)|\\b(?:ky|thang|quy|nam|tuan) (?:truoc|sau|ngoai|toi|ke hoach|goc)\\b",
    `(?<!${DONE} )\\bke hoach|(?<!${DONE} )\\bchi tieu|(?<!${DONE} )\\bnhiem vu|(?<=trien khai thuc hien )nhiem vu`,
    "\\b(?:phuong huong|muc tieu|phan dau|du kien|du bao|du toan|du tru|uoc (?:thuc hien|dat|tinh|tang|thang|quy|nam|\\d)|lich cong tac|chuong trinh cong tac)",
    "(?<!\\bban )\\bgiao (?:dau |trong )?(?:nam|quy|thang|den|bo sung)\\b|\\bduoc giao",
  ].join("|"),
);
const OF_ANOTHER_PAPER = new RegExp(
  [
    "\\b(?:ban hanh|kem theo|can cu|nghi quyet|nghi dinh|thong tu|cong van)\\b",
    "\\b(?:quyet dinh|qd|to trinh|huong dan|van ban|thong bao) (?:so|cua|\\d|ubnd)|\\b(?:theo|kem) (?:quyet dinh|qd|luat|de an|so lieu)|(?<!phap )\\bluat ",
    "\\b(?:so|cv|tt|nd|nq|qd|bc):? ?\\d+ ?/(?! ?\\d{4}\\b(?!/))|\\bso:",
    "^(?:mau|bieu)(?: (?:so|mau|bieu))? ?[\\w./-]+$|\\bnguon ?:|\\bnien giam|\\btong dieu tra|\\bchuan ngheo|\\bnhiem ky|\\bdai hoi",
    "\\b(?:gia tri|thoi han|hieu luc|het han|han (?:su dung|the|dong))\\b|\\bsinh (?:tu |trong )?(?:nam|ngay|thang)",
    "\\b(?:ngay|thang|nam) (?:lap|ky|in|xuat|nop|gui|nhan)\\b|\\b(?:lap|ky|in|xuat|gui|nop|bao cao|trich xuat) ngay\\b",
    "\\bphuc vu (?:cuoc )?(?:hop|hoi nghi|giao ban|ky hop)\\b",
    "\\bngay [\\d/.-]+ cua\\b|\\btruoc ngay",
  ].join("|"),
);
/** Where a sentence speaks of the table again. */
const ANEW = /;|[,.:-] ?(?=(?:ket qua|thuc hien|so lieu|tinh den|tinh hinh|bao cao)\b)/;
const STARTS_WITH_TIME = /^(?:\(? ?)(?:thang|qu[yi]|nam|ngay|tu|den|q|t)? ?\d|^(?:qu[yi]|q) ?[iv]/;

const STARTS_WITH_PAPER = /^(?:ngay|so) /;

/** Takes out of lines (as one period key) what speaks of plans, comparisons, laws and validities. */
export function clausesOf(key: string): Clauses {
  const told: Clauses = { speaking: "", of_other_times: "" };
  let carried: RegExp | null = null;
  for (const line of linesOf(key)) {
    const starts = carried === OTHER_TIMES ? STARTS_WITH_TIME : STARTS_WITH_PAPER;
    if (carried !== null && starts.test(line)) {
      if (carried === OTHER_TIMES) told.of_other_times += `\n${line}`;
      carried = null;
      continue;
    }
    carried = readLine(line, told);
  }
  return told;
}

/** `Số: 10 tháng 10 năm 2026` of the list of members is its month. */
const NUMBER_OF_PAPER = /^so:? ?\d+ (?=thang \d+ nam \d{4}$)/;

/** Adds what a line says; the kind of its last clause where that named nothing, for the next line may. */
function readLine(line: string, told: Clauses): RegExp | null {
  let open: RegExp | null = null;
  const [outer, ...inner] = bracketsOf(line.replace(NUMBER_OF_PAPER, ""));
  const kept: string[] = [];
  for (const [part, text] of [outer ?? "", ...inner].entries())
    for (const clause of text.split(ANEW)) {
      const found = firstOf(clause);
      kept.push(found ? clause.slice(0, found.index) : clause);
      if (!found) continue;
      const rest = clause.slice(found.index);
      if (found.kind === OTHER_TIMES) told.of_other_times += ` | ${rest}`;
      if (part === 0) open = /\d/.test(rest) ? null : found.kind;
    }
  told.speaking += `${told.speaking ? "\n" : ""}${kept.map((text) => text.trim()).join(" | ")}`;
  return open;
}

function firstOf(clause: string): { index: number; kind: RegExp } | null {
  const found = [OTHER_TIMES, OF_ANOTHER_PAPER].flatMap((kind) => {
    const index = kind.exec(clause)?.index;
    return index === undefined ? [] : { index, kind };
  });
  return found.sort((a, b) => a.index - b.index)[0] ?? null;
}

/** A line without its brackets, then what stands in them. */
function bracketsOf(line: string): string[] {
  const inner = [...line.matchAll(/\(([^()]*)\)?/g)].map(([, text = ""]) => text);
  const outer = line.replace(/\([^()]*\)?/g, inner.length > 0 ? " " : "");
  return [outer.replace(/ {2,}/g, " ").trim(), ...inner];
}

/** The lines; brackets that are closed lines below are of one line. */
function linesOf(key: string): string[] {
  return key
    .replace(/\([^()]*\)/g, (text) => text.replace(/\n/g, " "))
    .split("\n")
    .filter((line) => line !== "");
}
