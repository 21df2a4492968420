/** What the ward's papers call things; a ward that adopts this project changes it here. */
export const office = {
  city: "Hải Phòng",
  programme:
    "Chương trình hành động của phường thực hiện Nghị quyết số 05-NQ/TU ngày 14/01/2026 của Thành ủy Hải Phòng, giai đoạn 2026–2030",
  /** The first day of the programme: before it there was no path to follow. */
  programmeFrom: "2026-01-01",
  about: ["Chương trình hành động", "thực hiện Nghị quyết số 05-NQ/TU"],
  /** To whom the report is addressed, and who gets copies; the ward's name is added. */
  recipient: "Đảng ủy",
  copies: ["Thường trực Đảng ủy", "Thường trực HĐND", "Chủ tịch, các Phó Chủ tịch UBND"],
} as const;

/** The texts of the report that the pages do not have. */
export const words = {
  sample: "DỮ LIỆU MẪU",
  many: (count: string) => `${count} chỉ tiêu, kể tên trong tệp .xlsx kèm theo`,
  sampleNote: "số do chương trình tạo ra để minh họa, không phải số liệu của phường",
  country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  committee: "ỦY BAN NHÂN DÂN",
  number: (number: string | null) => `Số: ${number ?? "………/BC-UBND"}`,
  /** The date of a paper; days below 10 and the first two months with a nought, as the decree asks. */
  date: (date: string | null, year: string) => {
    if (date === null) return `ngày …… tháng …… năm ${year}`;
    const [ofYear = "", month = "", day = ""] = date.split("-");
    return `ngày ${day} tháng ${+month > 2 ? +month : month} năm ${ofYear}`;
  },
  title: "BÁO CÁO",
  about: ([what, why]: readonly [string, string], period: string) =>
    [`Kết quả thực hiện ${what}`, `${why}, ${period}`] as const,
  to: (recipient: string) => `Kính gửi: ${recipient}.`,
  opening: (programme: string, ward: string, period: string, asOf: string) =>
    `Thực hiện ${programme}, Ủy ban nhân dân ${ward} báo cáo kết quả ${period} như sau. Số liệu là số của cả kỳ báo cáo hoặc số gần nhất trước khi kỳ kết thúc; đánh giá là tại ngày ${asOf}.`,
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
  closing: (ward: string, period: string) =>
    `Trên đây là kết quả ${period} của Ủy ban nhân dân ${ward}, kính báo cáo./.`,
  copiesTitle: "Nơi nhận:",
  asAbove: "- Như trên;",
  file: "- Lưu: VT.",
  onBehalf: "TM. ỦY BAN NHÂN DÂN",
  chairman: "CHỦ TỊCH",
  annex: (number: string) => `Phụ lục ${number}`.trim(),
  annexOf: (number: string | null, date: string, ward: string) =>
    `(Kèm theo Báo cáo số ${number ?? "………/BC-UBND"} ${date} của Ủy ban nhân dân ${ward})`,
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
