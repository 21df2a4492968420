import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Frame } from "./frame.ts";
import { isPurePeriod, withoutPeriod } from "./periods.ts";
import { type Line, type SourceCell, withText } from "./reading.ts";
import { roleOf } from "./words.ts";

/** Words around what a title says is counted. */
const AROUND =
  /^(?:(?:bảng|biểu|báo cáo|tổng hợp|thống kê|theo dõi|số liệu|tình hình|kết quả|sổ)\s+)+|\s+(?:theo|của|tại|chia theo|trên địa bàn|các tháng|qua các|hàng tháng|từng)\s.*$|\s+(?:các tháng|qua các năm|hàng tháng)$/giu;

/**
 * What the figures of a table count whose columns say only when or where: the corner of its header
 * (`Tổ dân phố / Số hộ`), else the line above that is written largest, without its period and its areas.
 */
export function titleMeasure(
  frame: Frame,
  above: readonly Line[],
  areas: AreaReader,
): SourceCell | null {
  const corner = frame.label.levels.at(-1);
  const [, part = ""] = /[\\/|]\s*(\p{L}.*)$/u.exec(corner?.text ?? "") ?? [];
  if (corner && part !== "" && roleOf(part) === "other" && !isPurePeriod(part))
    return { cell: { type: "text", text: part.trim() }, row: corner.row, column: corner.column };
  const cells = above.flatMap((line) => line.filter((source) => source !== null));
  const capitals = cells.filter(({ cell: { text } }) => text === text.toUpperCase());
  for (const source of [...capitals, ...cells].reverse()) {
    const text = measureWords(source.cell.text, areas);
    if (text !== "") return withText(source, text);
  }
  return null;
}

function measureWords(line: string, areas: AreaReader): string {
  const said = (withoutPeriod(line.split("\n")[0] ?? "") ?? "").trim();
  const rest =
    said
      .split(/\s[-–]\s/)[0]
      ?.replace(AROUND, "")
      .replace(AROUND, "")
      .trim() ?? "";
  const isOther = isPurePeriod(rest) || areas.isKnown(rest) || LETTERHEAD.test(wordKey(rest));
  const measure = isOther ? "" : withoutPlace(rest, areas);
  return wordKey(measure).split(" ").length < 2 ? "" : measure;
}

/** `Số người tham gia BHYT phường X` without the area at its end. */
function withoutPlace(text: string, areas: AreaReader): string {
  const words = text.split(" ");
  const starts = words
    .map((_, at) => at)
    .filter((at) => at > 0 && words.length - at <= LONGEST_PLACE);
  const at = starts.find((start) => areas.isKnown(words.slice(start).join(" ")));
  return words.slice(0, at).join(" ");
}

const LONGEST_PLACE = 6;

const LETTERHEAD =
  /^(?:ubnd|uy ban|cong hoa|doc lap|cong an|bao hiem xa hoi (?:co so|thanh pho|viet nam)|bhxh co so|phong|ban|dang uy|don vi|dvt|nguon|mau|bieu)\b/;
