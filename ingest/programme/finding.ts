/** Something wrong or odd in the programme's files, with its place. */
export interface Finding {
  /** `targets.csv`, or `chuong_trinh.xlsx!targets` for a sheet of a workbook. */
  file: string;
  /** The number of the row in the file, null for what is of the whole file. */
  row: number | null;
  column: string | null;
  severity: "error" | "warning";
  /** What is needed, in both languages. */
  vi: string;
  en: string;
  /** As written; null for an empty cell, undefined where there is no cell to quote. */
  found?: string | null;
}

/** The findings that stop a run, or those that do not. */
export function ofSeverity(
  findings: readonly Finding[],
  severity: Finding["severity"],
): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}

/** As one walks through the files: by file, then by row. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) =>
    a.file === b.file ? (a.row ?? 0) - (b.row ?? 0) : a.file < b.file ? -1 : 1,
  );
}

/** A finding as one line: place, what is needed, what was found; Vietnamese · English. */
export function findingLine({ file, row, column, vi, en, found, severity }: Finding): string {
  const place = [file, row === null ? null : `dòng ${row}`, column].filter(Boolean).join(" · ");
  if (found === undefined) return `${place}: ${vi} · ${en}`;
  const [quotedVi, quotedEn] =
    found === null ? ["ô trống", "nothing"] : [quote(found), quote(found)];
  const [need, expected] = severity === "error" ? ["cần", "expected"] : ["nên là", "rather"];
  return `${place}: ${need} ${vi}, thấy ${quotedVi} · ${expected} ${en}, found ${quotedEn}`;
}

const LONGEST = 60;

function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return JSON.stringify(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
}

/** What follows from a programme that can't be believed, in both languages. */
interface Consequence {
  vi: string;
  en: string;
}

const NOTHING_READ: Consequence = { vi: "chưa đọc tệp nào", en: "no file was read" };
/** Where no file of an office was to be read. */
export const NOTHING_CHANGED: Consequence = {
  vi: "chưa thay đổi gì",
  en: "nothing was changed",
};

/** The programme can't be believed: everything that is wrong with it is in the message. */
export class ProgrammeError extends Error {
  override name = "ProgrammeError";

  constructor(findings: readonly Finding[], { vi, en }: Consequence = NOTHING_READ) {
    const errors = ofSeverity(findings, "error");
    super(
      [
        `Chương trình có ${errors.length} lỗi, ${vi} · the programme has errors, ${en}: ${errors.length}`,
        ...errors.map(findingLine),
      ].join("\n"),
    );
  }
}
