// Longer than most files because it is a list: the texts of single pages, beside what all pages share.

import type { Names } from "./names.ts";

/** The Vietnamese texts of the pages beyond the overview; English must have every key. */
export const pagesViOf = ({ kind, part, Part, parts }: Names) => ({
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

  whatIf: {
    title: "Nếu mỗi năm …",
    more: (pace: string) => `thêm ${pace}`,
    less: (pace: string) => `giảm ${pace}`,
    still: "giữ nguyên",
    said: (pace: string, value: string, due: string, arrival: string) =>
      `${pace} → ${value} vào ${due}; ${arrival}`,
    met: (date: string) => `đạt vào ${date}`,
    notMet: "chưa đạt trước 2041",
    pace: "Mỗi năm",
    valueAt: (due: string) => `Ngày ${due}`,
    reaches: "Đạt mục tiêu",
    waiting: "Để chậm thì mỗi năm phải nhanh thêm",
    from: "Bắt đầu từ",
    needed: "Cần mỗi năm",
    slider: "Nhịp độ mỗi năm",
    table: "Bảng nhịp độ",
    note: "Phép tính thẳng từ số mới nhất, không phải dự báo.",
  },

  breaks: {
    title: "Chỗ chuỗi số đổi nghĩa",
    definition: (date: string) => `${date}: cách tính mới`,
    split: "Số hai bên không so được với nhau; xu hướng tính lại từ đây.",
    joined: "Số trước đó đã được tính lại nên vẫn so được.",
  },
  lenses: {
    title: "Theo dân số khác",
    population: "Mẫu số",
    people: "Số người",
    difference: "Chênh",
    official: "đang dùng",
  },
  signals: {
    title: "Những tháng khác thường",
    note: "Theo biểu đồ kiểm soát XmR: may rủi ít khi cho ra những tháng này.",
    usual: "Mức thường",
    rule: "Vì sao",
    turn: "Chiều",
    better: "tốt lên",
    worse: "xấu đi",
    rules: {
      beyond_limits: "ngoài giới hạn ba sai số chuẩn",
      eight_on_one_side: "tám tháng liền một phía",
      six_rising_or_falling: "sáu tháng liền tăng hoặc giảm",
    } as Record<string, string>,
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

  dots: {
    title: (lowest: string, highest: string) => `Từ ${lowest} đến ${highest} giữa các ${parts}`,
    subtitle: (count: string, period: string) => `${count} ${part} xếp theo ${period}`,
    description: (count: string, low: string, high: string, ward: string) =>
      `Biểu đồ chấm xếp hạng ${count} ${part}: thấp nhất ${low}, cao nhất ${high}, cả ${kind} ${ward}.`,
    ward: (value: string) => `Cả ${kind} ${value}`,
    table: `Bảng theo ${part}`,
    area: Part,
    latest: "Mới nhất",
    first: "Đầu chuỗi",
    change: "Thay đổi",
  },

  season: {
    title: "Theo tháng trong năm",
    clear: (low: string, lowValue: string, high: string, highValue: string) =>
      `Tháng ${low} thường thấp hơn ${lowValue}, tháng ${high} thường cao hơn ${highValue} so với mức quanh đó`,
    unclear: "Chưa thấy tháng nào khác hẳn các tháng khác",
    subtitle: (years: string) =>
      `Chênh lệch so với trung bình 12 tháng quanh tháng đó, ${years} năm; vạch: trung bình, chấm: từng năm`,
    description: (low: string, lowValue: string, high: string, highValue: string) =>
      `Biểu đồ chấm theo 12 tháng: thấp nhất tháng ${low} (${lowValue}), cao nhất tháng ${high} (${highValue}).`,
    month: "Tháng",
    mean: "Trung bình",
    table: "Bảng theo tháng",
  },

  accuracy: {
    title: "Dự báo đã đúng đến đâu",
    none: "Chưa đủ số liệu để thử lại dự báo.",
    tried: (origins: string) =>
      `Thử lại tại ${origins} thời điểm đã qua, như thể chưa biết phần sau.`,
    better: (percent: string) =>
      `Sai số nhỏ hơn ${percent} so với cách đoán đơn giản nhất là giữ nguyên số cũ.`,
    worse: (percent: string) =>
      `Sai số lớn hơn ${percent} so với cách đoán đơn giản nhất là giữ nguyên số cũ.`,
    equal: "Sai số ngang với cách đoán đơn giản nhất là giữ nguyên số cũ.",
    covered: (level: string, percent: string) =>
      `Khoảng dự báo ${level} đã chứa ${percent} số thật.`,
    methods: "Các cách đã thử",
    method: "Cách dự báo",
    weight: "Phần đóng góp",
    error: "Sai số (MASE)",
    coverage: (level: string) => `Chứa của khoảng ${level}`,
    used: "góp nhiều nhất",
  },

  published: {
    title: "Các phương pháp đã công bố nói gì",
    note: "Kết quả của chúng khác khi chúng nhìn tốc độ tăng còn trang này nhìn khoảng cách tới lộ trình.",
    method: "Phương pháp",
    result: "Kết quả",
    agrees: "Giống ta",
    yes: "có",
    no: "không",
    why: "Vì sao khác",
    names: {
      growth_rate_ratio: "Tỷ số tốc độ tăng (Eurostat, Thống kê Canada)",
      un_escap_current_status: "UN ESCAP: hiện trạng",
      un_escap_anticipated_progress: "UN ESCAP: tiến độ dự kiến",
      un_statistics_division: "Vụ Thống kê Liên Hợp Quốc",
      fingertips_trend: "Xu hướng Fingertips (y tế công Anh)",
    } as Record<string, string>,
    results: {
      target_achieved: "đã đạt",
      substantial_progress: "tiến bộ rõ",
      moderate_progress: "tiến bộ vừa",
      limited_progress: "tiến bộ ít",
      deterioration: "thụt lùi",
      progressed: "đã tiến",
      regressed: "đã lùi",
      no_change: "không đổi",
      maintain: "giữ nhịp",
      accelerate: "cần tăng tốc",
      reverse: "cần đảo chiều",
      met_or_on_track: "đạt hoặc đúng hướng",
      stagnation_or_regression: "đứng yên hoặc lùi",
      improving: "đang tốt lên",
      worsening: "đang xấu đi",
      no_significant_change: "không thay đổi rõ",
      cannot_be_calculated: "không tính được",
    } as Record<string, string>,
  },

  explanation: {
    title: "Giải trình của đơn vị chủ trì",
    none: (period: string) => `Chưa có giải trình cho ${period}.`,
    how: "Đơn vị điền các cột Giải trình, Ngày giải trình của biểu theo dõi chương trình; lần cập nhật sau sẽ hiện ở đây.",
    notCurrent: (period: string) => `Chưa có giải trình cho ${period}; dưới đây nói về kỳ trước.`,
    older: (count: string) => `${count} giải trình khác`,
    request: "Yêu cầu",
    reply: "Giải trình",
    on: (date: string) => `ngày ${date}`,
    by: (date: string) => `hạn trả lời ${date}`,
    tooEarly: "trước khi có yêu cầu",
    states: {
      answered: "Đã trả lời",
      unanswered: "Chưa trả lời",
      overdue: "Quá hạn trả lời",
    } as Record<string, string>,
    source: "Nguồn",
    openTitle: "Yêu cầu giải trình chưa trả lời",
    noneOpen: "Không có yêu cầu nào chưa trả lời.",
    requestedOn: "Ngày yêu cầu",
    due: "Hạn trả lời",
    noDue: "không ghi hạn",
  },
  fileSource: (files: string, date: string) => `Nguồn: ${files}. Cập nhật ${date}.`,
  ofWhichFiles: (first: string, others: string) => `${first} và ${others} tệp khác`,
  pictures: "Tải hình",
  downloadOf: (title: string) => `Tải: ${title}`,

  lineage: {
    menu: "Dòng dữ liệu",
    title: "Từ tệp đến chỉ tiêu",
    headline: (files: string, indicators: string) => `${files} tệp nuôi ${indicators} chỉ tiêu`,
    subtitle: `Mỗi số của ${kind} đi từ ô trong tệp, qua biểu, đến chỉ tiêu. Xem ô ở trang chỉ tiêu.`,
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
    subtitle: `Mỗi bảng là một tệp Arrow có kiểu cột; catalog.json kể tên, cột và nghĩa. Số nhỏ theo ${part} không có ở đây, như trên các trang.`,
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
    statuses: "Năm mức đánh giá",
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
