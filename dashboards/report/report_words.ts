import type { MartRow } from "../reading/contract/marts.ts";
import { textsOf } from "../reading/text/texts.ts";
import type { Texts } from "../reading/text/vi.ts";

/** The pages' Vietnamese texts, of the ward that this is about. */
export function pageTexts({ programme }: { programme: MartRow<"programme"> }): Texts {
  return textsOf(programme).vi;
}

/** The texts of the report that the pages do not have. */
export const reportWords = {
  sample: "DỮ LIỆU MẪU",
  many: (count: string) => `${count} chỉ tiêu, kể tên trong tệp .xlsx kèm theo`,
  sampleNote: (kind: string) =>
    `số do chương trình tạo ra để minh họa, không phải số liệu của ${kind}`,
  country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  number: (number: string | null, suffix: string) => `Số: ${number ?? `………/${suffix}`}`,
  /** The date of a document; days below 10 and the first two months with a nought, as the decree asks. */
  date: (date: string | null, year: string) => {
    if (date === null) return `ngày …… tháng …… năm ${year}`;
    const [ofYear = "", month = "", day = ""] = date.split("-");
    return `ngày ${day} tháng ${+month > 2 ? +month : month} năm ${ofYear}`;
  },
  title: "BÁO CÁO",
  about: ([what, why]: readonly [string, string], period: string) =>
    [`Kết quả thực hiện ${what}`, `${why}, ${period}`] as const,
  to: (recipient: string) => `Kính gửi: ${recipient}.`,
  opening: (programme: string, issuer: string, period: string, asOf: string) =>
    `Thực hiện ${programme}, ${issuer} báo cáo kết quả ${period} như sau. Số liệu là số của cả kỳ báo cáo hoặc số gần nhất trước khi kỳ kết thúc; đánh giá là tại ngày ${asOf}.`,
  overall: "I. ĐÁNH GIÁ CHUNG",
  sections: "II. KẾT QUẢ THEO TỪNG NỘI DUNG",
  needs: "III. VIỆC CẦN LÀM",
  notes: "IV. LƯU Ý VỀ SỐ LIỆU",
  counts: (all: string, counts: string) => `Trong ${all} chỉ tiêu theo dõi: ${counts}.`,
  figuresOf: (own: string, all: string) => `${own}/${all} chỉ tiêu có số của kỳ báo cáo.`,
  seeAnnexes: "Bảng các chỉ tiêu ở Phụ lục I; biểu đồ các chỉ tiêu chậm, có nguy cơ ở Phụ lục II.",
  seeAnnex: "Bảng các chỉ tiêu ở Phụ lục.",
  promise: (promise: string) => `Chương trình đặt ra: ${promise}`,
  lead: (agency: string) => `Đơn vị chủ trì: ${agency}.`,
  /** Kinds of measure and how whole periods are made of them, as the workbook says it. */
  measureType: {
    stock: "tại thời điểm",
    flow: "phát sinh trong kỳ",
    ratio: "tỷ lệ",
  } as Record<string, string>,
  method: {
    sum: "cộng các kỳ",
    last: "số cuối kỳ",
    recompute: "tính lại từ tử số và mẫu số",
  } as Record<string, string>,
  judged: "Đánh giá: ",
  judgedBy: (period: string, value: string) => `xét ${period}: ${value}`,
  noIndicators: "Chưa có chỉ tiêu nào được theo dõi.",
  needsOpening: "Những chỉ tiêu chậm hoặc có nguy cơ, việc đáng lo nhất xếp trước:",
  nothingBehind: "Không có chỉ tiêu nào chậm hoặc có nguy cơ.",
  needColumns: {
    order: "TT",
    indicator: "Chỉ tiêu",
    need: "Còn thiếu, cần thêm",
    agency: "Đơn vị chủ trì",
    due: "Hạn",
  },
  explained: (period: string, reply: string, date: string | null) =>
    `Giải trình về ${period}${date ? `, ngày ${date}` : ""}: ${reply}`,
  unanswered: (period: string, request: string, due: string | null) =>
    `Chưa trả lời yêu cầu giải trình về ${period}${due ? `, hạn ${due}` : ""}: ${request}`,
  closing: (issuer: string, period: string) =>
    `Trên đây là kết quả ${period} của ${issuer}, kính báo cáo./.`,
  copiesTitle: "Nơi nhận:",
  asAbove: "- Như trên;",
  annex: (number: string) => `Phụ lục ${number}`.trim(),
  annexOf: (number: string | null, suffix: string, date: string, issuer: string) =>
    `(Kèm theo Báo cáo số ${number ?? `………/${suffix}`} ${date} của ${issuer})`,
  tableTitle: (period: string) => `CÁC CHỈ TIÊU CỦA CHƯƠNG TRÌNH, ${period.toUpperCase()}`,
  chartsTitle: "CÁC CHỈ TIÊU CHẬM HOẶC CÓ NGUY CƠ",
  columns: {
    order: "TT",
    indicator: "Chỉ tiêu",
    unit: "Đơn vị tính",
    value: "Thực hiện",
    planned: "Lộ trình cùng lúc",
    target: "Mục tiêu",
    chance: "Khả năng đạt",
    status: "Đánh giá",
    agency: "Đơn vị chủ trì",
  },
  tableNotes: [
    'Thực hiện: số của kỳ ghi bên dưới. Số phát sinh (vụ, lượt, buổi) được cộng cả kỳ, số tại thời điểm lấy số cuối kỳ, tỷ lệ tính lại từ tổng tử số và tổng mẫu số; dòng "xét" là số đem so với lộ trình khi khác số cả kỳ. Lộ trình: mức phải có tại cùng ngày. Khả năng đạt: xác suất đạt mục tiêu đúng hạn theo dự báo thống kê.',
    "* Số ước tính. ** Số trước kỳ báo cáo, do chưa có số của kỳ.",
  ],
  note: {
    sample: (note: string) => `Dữ liệu mẫu: ${note}. Không ký, không gửi báo cáo này.`,
    running: (end: string, asOf: string) =>
      `Kỳ báo cáo đến ngày ${end} mới kết thúc; báo cáo này dùng số liệu đã có đến ngày ${asOf}.`,
    before: (from: string) =>
      `Chương trình bắt đầu từ ngày ${from}; kỳ này trước đó nên chưa có lộ trình để so, đánh giá chỉ theo xu hướng.`,
    ended: (end: string, knownBy: string) =>
      `Kỳ báo cáo kết thúc ngày ${end}; số liệu và đánh giá của kỳ theo tệp nhận đến ngày ${knownBy}, kể cả số gửi muộn và số gửi lại.`,
    short: (names: string) => `Trong kỳ, chưa có đủ số đến cuối kỳ: ${names}.`,
    older: (names: string) => `Chưa có số của kỳ, phải dùng số trước đó: ${names}.`,
    nothing: (names: string) => `Chưa có số nào: ${names}.`,
    late: (names: string) => `Nguồn gửi chậm: ${names}. Đề nghị gửi ngay để báo cáo sau đầy đủ.`,
    lateSource: (title: string, agency: string, due: string) => `${title} (${agency}, hạn ${due})`,
    noneLate: "Không có nguồn nào gửi chậm.",
    estimated: (names: string) => `Số ước tính: ${names}.`,
    preliminary: (names: string) => `Số sơ bộ, có thể còn thay đổi: ${names}.`,
    precise:
      "Mọi số đều truy được đến ô trong tệp gốc: xem trang của từng chỉ tiêu và tệp .xlsx kèm theo.",
  },
} as const;
