import type { SheetContext } from "./sheet_context.ts";

/** `Các tổ còn lại không phát sinh`, `Chỉ nêu các tổ có vụ việc`, `Chi tiết 15 tổ`: of rows that are not there. */
const OTHER_ROWS =
  /(?<!\p{L})(?:tổ(?: dân phố)?|tdp|khu phố|thôn)\s+(?:còn lại|khác)(?!\p{L})|(?<!\p{L})chỉ\s+(?:nêu|liệt kê|ghi)\s+(?:các|những)\s+(?:tổ|tdp|khu phố|thôn)|(?<!\p{L})chi tiết\s+(?:\d+\s+)?(?:tổ|tdp|khu phố|thôn)/iu;
/** `Tỷ lệ tính trên số hộ phải thu hồi`, `Giá trị: %`: how shares are made, of what was counted then. */
const OF_SHARES =
  /(?<!\p{L})(?:tỷ lệ|tỉ lệ)\s(?!.*\d{4}).*(?:tính|bằng)|giá trị\s*:?\s*(?:là\s+)?%|tính bằng\s+(?:%|phần trăm)/iu;

/** `Công an phường đã mở đợt tuần tra đêm`, `Trạm y tế sẽ mời khám lại`: what an office does. */
const DONE =
  /^[\s*+(-]*(?:trong (?:tháng|kỳ|quý|năm)(?: qua)?,?\s+)?(?:công an|cap|ubnd|ủy ban|hđnd|đảng ủy|chi bộ|trạm y tế|phòng|ban|tổ công tác|mttq|mặt trận|đoàn|hội|bhxh|cơ quan bhxh|bưu điện|cán bộ|lực lượng|nhà trường|trường)\s[^.;]*?(?:đã|đang|sẽ|tiếp tục|vừa|cử|mở|tổ chức|phối hợp)\s/iu;
/** What is done with figures. */
const WITH_FIGURES =
  /(?<!\p{L})(?:tính|cộng|gộp|loại|trừ|đếm|lấy|ghi|thống kê|tổng hợp|nhập|bỏ|sửa|số liệu|con số|ước|chưa|chuyển|tách|ghép|thêm|bớt)(?!\p{L})/iu;

/** Whether a remark speaks of rows that are not there, of how shares are made, or of work: of no figure of the table. */
export function isOfNoFigure({ match }: SheetContext, text: string): boolean {
  const caveat = match.words.caveatIn(text);
  const isOfWork = caveat === null && DONE.test(text) && !WITH_FIGURES.test(text);
  return isOfWork || (OTHER_ROWS.test(text) && caveat !== "part_only") || OF_SHARES.test(text);
}
