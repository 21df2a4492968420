import type { Names } from "./names.ts";

/** The Vietnamese texts of the parts of an indicator's page; English must have every key. */
export const indicatorViOf = ({ kind, part, Part, parts }: Names) => ({
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

  pipeline: {
    title: "Các dự án làm nên dự báo",
    intro: (left: string, listed: string) => `Còn ${left} theo danh sách đến ${listed}.`,
    project: "Dự án",
    stage: "Giai đoạn",
    total: "Tổng số",
    left: "Còn lại",
    planned: "Dự kiến (theo danh sách)",
    expected: "Có thể đạt",
    pace: (pace: string) =>
      `Nhịp từ đầu chương trình là ${pace} mỗi năm; dự báo theo danh sách dự án ở dưới.`,
    noDate: "danh sách chưa ghi",
    never: "có thể không thành",
    done: (date: string) => (date ? `đã xong ${date}` : "đã xong"),
    around: (middle: string, from: string, to: string) => `khoảng ${middle} (${from} – ${to})`,
    how: "Ngày có thể đạt là ngày dự kiến cộng mức chậm: của các dự án đã qua, khi còn ít thì theo mức ước định của giai đoạn. Trong ngoặc: tám phần mười khả năng. Dự báo chỉ tính các dự án trong danh sách.",
  },
  breaks: {
    title: "Chỗ chuỗi số đổi nghĩa",
    definition: (date: string) => `${date}: cách tính mới`,
    split: (date: string) =>
      `Số trước ${date} không so được với số sau; xu hướng, xuất phát, lộ trình và dự báo chỉ dùng số từ ${date}.`,
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
    note: "Theo biểu đồ kiểm soát, đã trừ mùa vụ: ngẫu nhiên hiếm khi cho ra những tháng này.",
    usual: "Mức thường",
    rule: "Vì sao",
    turn: "Chiều",
    better: "tốt lên",
    worse: "xấu đi",
    rules: {
      beyond_limits: "ngoài giới hạn của từng tháng",
      long_run: "nhiều tháng liền một phía",
      time_between_events: "khoảng cách giữa các vụ khác thường",
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
    noneAtAll: "Chưa có giải trình.",
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
});
