import { indicatorViOf } from "./indicator_vi.ts";
import type { Names } from "./names.ts";

/** The Vietnamese texts of the pages beyond the overview; English must have every key. */
export const pagesViOf = (names: Names) => ({
  ...indicatorViOf(names),
  more: "Các trang khác",
  age: ["Đã", "ngày chưa cập nhật."] as [before: string, after: string],
  ageTitle: "Tuổi của số liệu",
  ageNote: "Việc cập nhật hằng đêm có thể đã dừng; số trên trang có thể đã cũ. Báo Văn phòng.",
  sectionOf: "Nội dung",
  deadline: "Hạn",
  why: "Vì sao",
  notDated: "không có hạn",
  yearEnd: (date: string) => `hằng năm, kỳ này ${date}`,
  yearsLeft: (years: string) => `còn ${years} năm`,
  overdue: "đã quá hạn",
  answers: "Chịu trách nhiệm",

  change: {
    than: (difference: string) => `${difference} so kỳ trước`,
    same: "như kỳ trước",
  },
  also: "Cũng cần chú ý",

  brief: {
    menu: "Bản tóm tắt",
    title: "Tóm tắt một trang",
    subtitle: (dataTo: string, period?: string) =>
      `Tình hình thực hiện Chương trình hành động${period ? `, ${period}` : ""}, số liệu đến ${dataTo}`,
    inPeriod: "Trong kỳ",
    attention: "Chậm hoặc có nguy cơ",
    nothing: "Không có chỉ tiêu nào chậm hoặc có nguy cơ.",
    others: "Các chỉ tiêu khác",
    print: "In trang này ra một tờ A4.",
  },

  units: {
    menu: "Đơn vị",
    title: "Các đơn vị chủ trì",
    headline: (units: string, indicators: string, lagging: string) =>
      `${units} đơn vị chịu trách nhiệm ${indicators} chỉ tiêu; ${lagging} chỉ tiêu chậm hoặc có nguy cơ`,
    subtitle: "Đơn vị có việc chậm xếp trước. Mở tên đơn vị để xem từng việc và hạn.",
    unit: "Đơn vị",
    indicators: "Chỉ tiêu",
    nextDue: "Hạn gần nhất",
    files: "Biểu phải gửi",
    late: (count: string) => `${count} chậm`,
    headlineOf: (name: string, indicators: string, counts: string) =>
      `${name} chịu trách nhiệm ${indicators} chỉ tiêu: ${counts}`,
    noIndicators: (name: string) => `${name} không chủ trì chỉ tiêu nào, chỉ gửi số liệu`,
    duties: "Việc phải làm và hạn",
    sends: "Biểu số liệu phải gửi",
    sendsNothing: "Đơn vị này không phải gửi biểu nào.",
    leads: "Nội dung chủ trì",
  },

  section: {
    headline: (title: string, counts: string) => `${title}: ${counts}`,
    promise: "Chương trình đặt ra",
    previous: "Nội dung trước",
    next: "Nội dung sau",
  },

  linkage: {
    title: "Nhận ra người trong danh sách bằng số gì",
    file: "Tệp",
    by: "Loại số",
    persons: "Người",
    linked: "Nối được",
    elsewhere: "Có ở danh sách khác",
    kinds: {
      health_card: "mã thẻ BHYT",
      social_insurance_number: "mã số BHXH",
      citizen_number: "số định danh",
      repaired_citizen_number: "số định danh đã bù số 0",
      old_identity_number: "số CMND cũ",
    } as Record<string, string>,
  },

  fileSource: (files: string, date: string) => `Nguồn: ${files}. Cập nhật ${date}.`,
  ofWhichFiles: (first: string, others: string) => `${first} và ${others} tệp khác`,
  pictures: "Tải hình",
  downloadOf: (title: string) => `Tải: ${title}`,

  lineage: {
    menu: "Dòng dữ liệu",
    title: "Từ tệp đến chỉ tiêu",
    headline: (files: string, indicators: string) => `${files} tệp nuôi ${indicators} chỉ tiêu`,
    subtitle: `Mỗi số của ${names.kind} đi từ ô trong tệp, qua biểu, đến chỉ tiêu. Xem ô ở trang chỉ tiêu.`,
    byForm: "Biểu nào nuôi chỉ tiêu nào",
    byFile: "Từng tệp",
    unused: "Chưa nuôi chỉ tiêu nào",
    form: "Biểu",
    file: "Tệp",
    feeds: "Chỉ tiêu",
    ranges: "Vùng ô",
  },

  runs: {
    menu: "Lịch sử chạy",
    title: "Lịch sử chạy",
    headline: (runs: string, failed: string) =>
      `${runs} lần chạy gần nhất, ${failed} lần không xong`,
    none: "Chưa có lần chạy nào được ghi",
    subtitle: "Mới nhất trước. Lần không xong để nguyên bản đã công bố trước đó.",
    started: "Bắt đầu",
    command: "Lệnh",
    result: "Kết quả",
    took: "Mất",
    files: "Tệp nhận / không nhận",
    rows: "Dòng nhận / loại",
    seconds: (seconds: string) => `${seconds} giây`,
    codes: {
      0: "xong",
      4: "xong, có phần không nhận hoặc nguồn chậm",
      1: "không xong",
      2: "gọi sai lệnh",
      3: "máy thiếu phần cần có",
      75: "có lần chạy khác",
    } as Record<number, string>,
    slowest: "Bước lâu nhất",
  },

  catalogue: {
    menu: "Bảng dữ liệu",
    title: "Bảng dữ liệu cho người phân tích",
    headline: (tables: string, rows: string) => `${tables} bảng, ${rows} dòng, tải về dùng ngay`,
    subtitle: `Mỗi bảng là một tệp Arrow có kiểu cột; catalog.json kể tên, cột và nghĩa. Số nhỏ theo ${names.part} không có ở đây, như trên các trang.`,
    table: "Bảng",
    rows: "Dòng",
    columns: "Cột",
    meaning: "Nghĩa (tiếng Anh, theo mô hình)",
    use: "Đọc trong sổ tay",
    models: "Tài liệu mô hình (dbt docs)",
    modelsNote: "Mọi mô hình, cột, phép kiểm và sơ đồ, một tệp mở được không cần mạng.",
  },

  quality: {
    byOffice: "Không nhận theo đơn vị và quy tắc",
    office: "Đơn vị",
    rule: "Quy tắc",
    cells: "Ô",
    forms: "Biểu",
    encodings: "Bảng mã của tệp văn bản",
    encoding: "Bảng mã",
    files: "Tệp",
    workbook: "bảng tính (không cần bảng mã)",
    warnings: "Nhắc",
    unknownOffice: "chưa rõ đơn vị",
  },

  method: {
    menu: "Cách đánh giá",
    title: "Cách đánh giá và dự báo",
    lead: "Mỗi chỉ tiêu được so với lộ trình có ngày tháng của chính nó, không so bằng tốc độ tăng.",
    statuses: "Sáu mức đánh giá",
    meaning: "Nghĩa",
    disagreements: "Chỗ các phương pháp khác nói khác",
    disagree: (n: string, all: string) => `${n} trên ${all} kết quả khác với trang này`,
    indicator: "Chỉ tiêu",
    theirs: "Họ nói",
    ours: "Ở đây",
  },
  glossary: { menu: "Từ ngữ", title: "Từ ngữ dùng trên các trang" },
});

/** What a file of the texts of pages must hold. */
export type PagesTexts = ReturnType<typeof pagesViOf>;
