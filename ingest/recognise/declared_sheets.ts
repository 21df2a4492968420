import type { Form, FormColumn } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import type { Merge, Sheet } from "../read/grid.ts";

/** Rows of made up figures below the header. */
const ROWS = 4;

/**
 * Sheets as a form declares itself: its title, its official headers, a few rows. One with all columns, one with
 * those only that it requires. They stand for all files that its office has ever sent.
 */
export function declaredSheets(form: Form): Sheet[] {
  const all = Object.entries(form.columns);
  const groups = form.require_one_of ?? [];
  const required = all.filter(
    ([id, { is_required }]) => is_required || groups.some(([first]) => first === id),
  );
  const whole = [all, required.length > 1 ? required : all];
  return [...new Set(whole)].map((columns) => sheetOf(form, columns));
}

type Declared = readonly [id: string, column: FormColumn];

function sheetOf(form: Form, columns: readonly Declared[]): Sheet {
  const levels = columns.map(([, { headers }]) => levelsOf(headers[0] ?? ""));
  const height = Math.max(...levels.map(({ length }) => length));
  const titles = [form.title_vi, ...(form.match.subject?.slice(0, 1) ?? [])];
  const header = Array.from({ length: height }, (_, level) =>
    levels.map((own) => asText(own[level] ?? null)),
  );
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map(([id, column]) => cellOf(form, id, column, row + 1)),
  );
  const lines = [[asText(titles.join(" – "))], [asText("Tháng 1/2000")]];
  const top = lines.length;
  const merges = levels.flatMap((own, column): Merge[] =>
    own.length < height
      ? [{ top: top + own.length - 1, bottom: top + height - 1, left: column, right: column }]
      : [],
  );
  return { name: "Sheet1", is_hidden: false, rows: [...lines, ...header, ...rows], merges };
}

/** The levels of a declared header without what may be left out. */
function levelsOf(header: string): string[] {
  const said = header.replace(/\[[^\]]*\]/g, " ").split("|");
  return said.map((level) => level.replace(/\s+/g, " ").trim()).filter((level) => level !== "");
}

function cellOf(form: Form, id: string, { type, choices }: FormColumn, row: number): Cell | null {
  const { category } = form.keys;
  const known = Object.values(category && "known" in category ? (category.known ?? {}) : {});
  const texts: Partial<Record<FormColumn["type"], string>> = {
    area: `Tổ dân phố số ${row}`,
    period: `Tháng ${row}/2000`,
    category: id === category?.column ? (known[row - 1]?.texts[0] ?? `Mục ${row}`) : `Mục ${row}`,
    unit: "người",
    text: `Chữ ${row}`,
    remark: `Chữ ${row}`,
    code: `A-${row}`,
    date: `0${row}/01/2000`,
    sex: "Nam",
    yes_no: "có",
    choice: Object.values(choices ?? {})[0]?.[0] ?? "",
    identifier: `03109000000${row}`,
  };
  if (type === "note") return null;
  return texts[type] === undefined
    ? { type: "number", text: String(row), number: row }
    : asText(texts[type]);
}

function asText(text: string): Cell;
function asText(text: string | null): Cell | null;
function asText(text: string | null): Cell | null {
  return text === null || text === "" ? null : { type: "text", text };
}
