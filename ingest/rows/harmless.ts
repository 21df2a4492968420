import type { SheetContext } from "./sheet_context.ts";

/** `Các tổ còn lại không phát sinh`, `Chỉ nêu các tổ có vụ việc`, `Chi tiết 15 tổ`: of rows that are not there. */
const OTHER_ROWS =
  /(?<!\p{L})(?:tổ(?: dân phố)?|tdp|khu phố|thôn)\s+(?:còn lại|khác)(?!\p{L})|(?<!\p{L})chỉ\s+(?:nêu|liệt kê|ghi)\s+(?:các|những)\s+(?:tổ|tdp|khu phố|thôn)|(?<!\p{L})chi tiết\s+(?:\d+\s+)?(?:tổ|tdp|khu phố|thôn)/iu;
/** `Tỷ lệ tính trên số hộ phải thu hồi`, `Giá trị: %`: how shares are made, of what was counted then. */
const OF_SHARES =
  /(?<!\p{L})(?:tỷ lệ|tỉ lệ)\s(?!.*\d{4}).*(?:tính|bằng)|giá trị\s*:?\s*(?:là\s+)?%|tính bằng\s+(?:%|phần trăm)/iu;

/** Whether a remark speaks of rows that are not there, or of how shares are made: of no figure of the table. */
export function isOfNoFigure({ match }: SheetContext, text: string): boolean {
  const isPart = match.words.caveatIn(text) === "part_only";
  return (OTHER_ROWS.test(text) && !isPart) || OF_SHARES.test(text);
}
