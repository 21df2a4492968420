import type { Form } from "../../../ingest/form.ts";
import type { LandedRow } from "../../../ingest/land/landed.ts";
import type { FigureChange, FileChanges } from "./changes.ts";

const SHOWN = 10;
const figure = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** What a file would change, in lines for people; null where nothing has landed to compare it with. */
export function changeLines(changes: FileChanges | null, forms: readonly Form[]): string[] {
  if (changes === null)
    return [
      "    Chưa có số nào của cơ quan được nhận để so · nothing has landed to compare with (the sample aside)",
    ];
  const { changed, added, unchanged, outdated } = changes;
  const others = changed.length - SHOWN;
  return [
    ...changed.slice(0, SHOWN).map((change) => changeLine(change, forms)),
    ...(others > 0 ? [`    và ${others} số khác · and ${others} more`] : []),
    ...(outdated > 0
      ? [`    ${outdated} số đã có tệp mới hơn, không thay · figures that a later file has, kept`]
      : []),
    `    ${added} số mới · new figures; ${unchanged} số như cũ · as they were`,
  ];
}

function changeLine({ observation, before, share }: FigureChange, forms: readonly Form[]): string {
  const { measure, category, area_text, value, cell, sheet } = observation;
  const form = forms.find(({ id }) => id === observation.form);
  const known = form?.keys.category?.known?.[category ?? ""];
  const what = [
    form?.columns[measure]?.headers[0] ?? measure,
    known?.texts[0] ?? category,
    area_text,
    periodLabel(observation),
  ];
  const place = `${sheet}!${cell}`;
  const change = share === null ? "" : `, ${percent(share)}`;
  return `    ${place} ${what.filter(Boolean).join(" · ")}: thay ${figure.format(before)} bằng ${figure.format(value)}${change}`;
}

/** `−72%`, `+8%`; a change too small for a percent as `+0,3%`. */
function percent(share: number): string {
  const size = Math.abs(share) * 100;
  const shown = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: size < 1 ? 1 : 0 });
  return `${share < 0 ? "−" : "+"}${shown.format(size)}%`;
}

function periodLabel({ frequency, period_end }: LandedRow<"observations">): string {
  const [year = "", month = ""] = period_end.split("-");
  if (frequency === "month") return `${Number(month)}/${year}`;
  return frequency === "quarter" ? `quý ${Math.ceil(Number(month) / 3)}/${year}` : year;
}
