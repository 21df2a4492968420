import { cellAddress } from "../../lib/office/address.ts";
import type { Finding } from "./finding.ts";
import type { Grid } from "./programme_csv.ts";

/** What the bytes 80 to BF of UTF-8 become when they are read as Windows-1252 or 1258. */
const TAIL = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
/** ệ, đ, ư, á or a dash read byte by byte; in texts that are whole these characters never stand so. */
const BROKEN = new RegExp(
  ["\\ufffd", `á[º»]${TAIL}`, "Ä[‘ƒ‚¨©\\u0090]", "Æ[°¡¯]", "[ÃĂ][¡¢£¨©ª¬²³´µ¹º½€ƒˆ‰Š]", "â€"].join(
    "|",
  ),
);
const SHOWN = 3;

/** A table of the programme as it was found. */
interface NamedGrid {
  name: string;
  grid: Grid;
}

/**
 * What is wrong with a file in which UTF-8 was read as another encoding and saved again: one finding, or none.
 * The letters that were lost on the way can't be had back, so it is refused and not mended.
 */
function brokenText({ name, grid }: NamedGrid): Finding[] {
  const broken = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell?.type === "text" && BROKEN.test(cell.text)
        ? `${cellAddress(row, column)} ${quotedStart(cell.text)}`
        : [],
    ),
  );
  if (broken.length === 0) return [];
  const shown = `${broken.slice(0, SHOWN).join(", ")}${broken.length > SHOWN ? ", …" : ""}`;
  return [
    {
      file: name,
      row: null,
      column: null,
      severity: "error",
      vi: `chữ vỡ ở ${broken.length} ô: ${shown}; tệp UTF-8 đã được mở theo bảng mã khác (Windows-1252, 1258) rồi lưu lại. Lấy lại tệp từ bản sao, mở bằng Dữ liệu → Từ văn bản/CSV, chọn 65001 UTF-8, hoặc sửa trong sổ tính của npm run programme -- --export`,
      en: `broken letters in ${broken.length} cells: a UTF-8 file was opened in another encoding (Windows-1252, 1258) and saved again. Take the file back from a copy, open it by Data → From Text/CSV with 65001 UTF-8, or use the workbook of npm run programme -- --export`,
    },
  ];
}

/** All that is found, but of a file with broken texts only that: the rest follows from it. */
export function withBrokenTexts(
  tables: readonly NamedGrid[],
  findings: readonly Finding[],
): Finding[] {
  const broken = tables.flatMap(brokenText);
  const names = new Set(broken.map(({ file }) => file));
  return [...broken, ...findings.filter(({ file }) => !names.has(file))];
}

const START = 24;

function quotedStart(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return JSON.stringify(line.length > START ? `${line.slice(0, START)}…` : line);
}
