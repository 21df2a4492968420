import type { Status } from "../contract/statuses.ts";
import { dataVi } from "./data_vi.ts";
import { editionViOf } from "./edition_vi.ts";
import type { Names } from "./names.ts";
import { pagesViOf } from "./pages_vi.ts";
import { reasonVi } from "./reason_vi.ts";
import { referenceViOf } from "./reference_vi.ts";
import { sinceVi } from "./since_vi.ts";

/** Every text of the Vietnamese pages, with the names of the ward in them; its shape is what the English file must have, key by key. */
export const viOf = (names: Names) => ({
  language: "vi" as "vi" | "en",
  pages: pagesViOf(names),
  reference: referenceViOf(names),
  ward: names.ward,
  programme: `${names.programme} · ${names.firstYear}–${names.lastYear}`,
  overview: "Tổng quan",
  dataPage: "Dữ liệu",
  skip: "Đến nội dung chính",
  pageNavigation: "Các trang",
  otherLanguage: "English",
  sampleTitle: "Dữ liệu mẫu",
  sampleNote: `Số trên trang này do chương trình tạo ra để minh họa, không phải số liệu của ${names.kind}.`,
  freshness: (dataTo: string, refreshed: string) =>
    `Số liệu đến ${dataTo} · cập nhật lúc ${refreshed}`,
  refreshedOnly: (refreshed: string) => `Cập nhật lúc ${refreshed}`,
  none: "–",

  status: {
    achieved: "Đạt",
    on_track: "Đúng lộ trình",
    at_risk: "Có nguy cơ",
    off_track: "Chậm",
    no_target: "Không giao chỉ tiêu",
    not_assessable: "Chưa đánh giá được",
  } satisfies Record<Status, string>,
  statusCount: {
    achieved: (n: string) => `${n} đạt`,
    on_track: (n: string) => `${n} đúng lộ trình`,
    at_risk: (n: string) => `${n} có nguy cơ`,
    off_track: (n: string) => `${n} chậm lộ trình`,
    no_target: (n: string) => `${n} không giao chỉ tiêu`,
    not_assessable: (n: string) => `${n} chưa đánh giá được`,
  } satisfies Record<Status, (n: string) => string>,
  /** Which way goes what the programme gives no number for, in place of a status. */
  way: {
    improving_no_target: "Đúng hướng",
    worsening_no_target: "Ngược hướng",
    unclear_no_target: "Chưa rõ hướng",
  } as Record<string, string>,
  moves: { up: "đang tăng", down: "đang giảm", keep: "đang giữ" } as Record<string, string>,
  statusBar: "Số chỉ tiêu theo đánh giá",

  emptyTitle: "Chưa có số liệu nào",
  emptySteps: [
    "Chép tệp của các đơn vị (.xlsx, .xls, .ods, .csv) vào thư mục data/inbox.",
    "Chạy lệnh npm run refresh.",
    "Mở lại trang này. Tệp nào không đọc được sẽ có tên và lý do ở trang Dữ liệu.",
  ],

  headline: {
    off: (off: string, risk: string | null, worst: string) =>
      `${off} chỉ tiêu chậm lộ trình${risk ? `, ${risk} có nguy cơ` : ""}; đáng lo nhất là ${worst}`,
    risk: (risk: string, worst: string) =>
      `Không chỉ tiêu nào chậm lộ trình; ${risk} có nguy cơ: ${worst}`,
    good: (assessed: string) => `Cả ${assessed} chỉ tiêu đánh giá được đều đạt hoặc đúng lộ trình`,
    unassessed: "Chưa đánh giá được chỉ tiêu nào",
    and: " và ",
  },
  withoutFigures: (count: string) => `${count} chỉ tiêu chưa có số.`,
  lateSources: (count: string, names: string) => `${count} nguồn nộp chậm: ${names}.`,
  moreBehind: (count: string) =>
    `và ${count} chỉ tiêu khác chậm hoặc có nguy cơ, xem trong bảng dưới`,
  overviewScope: (indicators: string, sections: string) =>
    `${indicators} chỉ tiêu của ${sections} nội dung, nội dung có việc chậm xếp trước.`,
  worstCards: "Đáng lo nhất",
  chance: "Khả năng đạt",
  columns: {
    indicator: "Chỉ tiêu",
    current: "Hiện nay",
    planned: "Lộ trình nay",
    target: "Mục tiêu",
    trend: `${names.firstShownYear} → ${names.lastYear}`,
    chance: "Khả năng đạt",
    status: "Đánh giá",
  },
  sectionsTable: "Các chỉ tiêu theo nội dung của chương trình",
  readingGuide:
    "Đường liền: số đã có · đường gạch: dự báo, dải đậm là khoảng 80% · đường chấm: lộ trình tới mục tiêu.",
  lead: "Chủ trì",
  noNumber: "không giao chỉ tiêu",
  passMark: "chưa có mức chuẩn",
  yearly: "hằng năm",
  yearSoFar: (year: string) => `từ đầu năm ${year}`,
  by: (due: string) => `đến ${due}`,
  due: (due: string) => `hạn ${due}`,
  operator: {
    ge: (value: string) => `≥ ${value}`,
    gt: (value: string) => `> ${value}`,
    le: (value: string) => `≤ ${value}`,
    eq: (value: string) => `= ${value}`,
  },
  operatorWords: {
    ge: (value: string) => `ít nhất ${value}`,
    gt: (value: string) => `trên ${value}`,
    le: (value: string) => `không quá ${value}`,
    eq: (value: string) => value,
  },
  directionOnly: { up: "tăng", down: "giảm", keep: "giữ vững" },

  points: (value: string) => `${value} điểm`,
  needMore: (pace: string) => `cần thêm khoảng ${pace} mỗi năm`,
  needLess: (pace: string) => `cần giảm khoảng ${pace} mỗi năm`,
  reached: (title: string, value: string) => `${title} đạt ${value}`,
  standing: (title: string, value: string) => `${title} ở mức ${value}`,
  noValue: (title: string) => title,
  reason: reasonVi,
  /** How many periods of a series: 9 tháng. */
  periodCount: (frequency: string, count: number) =>
    `${count} ${({ month: "tháng", quarter: "quý" } as Record<string, string>)[frequency] ?? "năm"}`,
  check: (what: string) => `cần kiểm tra: ${what}`,
  partial: (share: string) =>
    `số chung lấy ở dòng tổng của biểu, chi tiết mới có ${share} ${names.parts}`,
  caution: {
    jump: "số liệu nhảy bất thường",
    cumulative_fell: "số lũy kế giảm",
    ward_total_incomplete: `số của ${names.parts} chưa đủ`,
    other_ward: "biểu có dòng của địa phương khác",
  } as Record<string, string>,

  subtitle: (title: string, unit: string, by: string) =>
    `${title}, ${names.inWard}, ${by}, ${unit}`,
  frequency: { month: "theo tháng", quarter: "theo quý", year: "theo năm" } as Record<
    string,
    string
  >,
  fraction: (numerator: string, denominator: string) => `${numerator} trên ${denominator}`,
  plannedNow: "Lộ trình đến nay",
  targetRow: "Mục tiêu",
  forecastAt: (due: string) => `Dự báo ${due}`,
  between: (low: string, high: string) => `80%: ${low} – ${high}`,
  needPerYear: "Cần mỗi năm",
  actualPerYear: "Thực tế mỗi năm",
  arrival: "Nếu giữ nhịp ấy, đạt vào",
  /** A day to come, no closer than its quarter: khoảng quý I/2030. */
  around: (quarter: string) => `khoảng ${quarter}`,
  never: "chưa thấy đạt được",
  paceApart: (actual: string) =>
    `Nhịp từ đầu chương trình là ${actual} mỗi năm, nhưng gần đây đã khác; trang này theo dự báo.`,
  paceElsewhere:
    "Nhịp bình quân từ đầu chương trình và dự báo cho kết quả khác nhau ở hạn, trong khoảng dự báo 80%; trang này đánh giá theo dự báo.",
  sinceBreak: (date: string) =>
    `Xuất phát, lộ trình và nhịp độ tính lại từ ${date}, khi chuỗi số đổi nghĩa.`,
  seasonal: "Lộ trình và nhịp độ so cùng tháng, cùng quý của các năm, vì chuỗi số có mùa rõ.",
  yearBefore: "So với cùng kỳ",
  yearBeforeWords: (change: string, percent: string | null) =>
    percent === null ? change : `${change} (${percent})`,
  was: (value: string) => `cùng kỳ ${value}`,
  thanYearBefore: (change: string) => `${change} so cùng kỳ`,
  formsOfUnit: "Đơn vị chủ trì gửi số liệu bằng:",
  noYearBefore: "chưa có số cùng kỳ",
  runningPeriod: "kỳ chưa kết thúc",
  left: "Còn thiếu",
  atDue: (due: string) => `Khi đến hạn ${due}`,
  metThen: { yes: "đạt", no: "không đạt" },
  /** Another dated target than the one that is judged, and what became of it. */
  otherTarget: (due: string) => `Mốc đến ${due}`,
  verdictOf: (verdict: string, value: string) => `${verdict}: ${value}`,
  chanceOf: (chance: string) => `khả năng đạt ${chance}`,
  /** A chance that is decided: the year is lost, or fulfilled. */
  decided: { lost: "không còn", won: "đã đủ" },
  areasReported: (share: string) => `dòng tổng của biểu; chi tiết có ${share} ${names.parts}`,
  baseline: "Xuất phát",
  legalBasis: "Căn cứ",

  chart: {
    target: (value: string) => `Mục tiêu ${value}`,
    projection: (value: string) => `Dự báo ${value}`,
    band: (percent: number) => `${percent}%`,
    countedFrom: (date: string) => `số tính từ ${date}`,
    boundary: (date: string) => `${date}: địa giới mới`,
    country: "Cả nước",
    city: names.city,
    from: (value: string) => `Trục đứng bắt đầu từ ${value}.`,
    band80: "Dải đậm: khoảng dự báo 80%.",
    bands: "Dải đậm: khoảng dự báo 80%; dải nhạt: 95%.",
    description: (from: string, to: string, first: string, last: string) =>
      `Biểu đồ đường từ ${from} đến ${to}: từ ${first} đến ${last}.`,
    projectionDescription: (end: string, value: string, low: string, high: string) =>
      ` Dự báo ${end}: ${value}, khoảng 80% từ ${low} đến ${high}.`,
    targetDescription: (value: string) => ` Mục tiêu ${value}.`,
    noChart: "Chưa có số liệu để vẽ biểu đồ.",
  },
  numbers: "Bảng số",
  download: "Tải số liệu",
  table: {
    period: "Kỳ",
    value: "Giá trị",
    numerator: "Tử số",
    denominator: "Mẫu số",
    planned: "Lộ trình",
    yearSoFar: "Từ đầu năm",
    yearBefore: "So cùng kỳ",
    note: "Ghi chú",
  },
  periodTable: "Cả quý, nửa năm, năm",
  /** How the value of a longer period comes about, by the registry's aggregation. */
  aggregation: {
    sum: "Quý, nửa năm, năm là tổng các kỳ.",
    last: "Quý, nửa năm, năm lấy số cuối kỳ.",
    recompute: "Quý, nửa năm, năm tính lại từ tổng tử số và tổng mẫu số, không lấy trung bình.",
    median: "Quý, nửa năm, năm là trung vị của mọi hồ sơ trong kỳ, không lấy trung bình.",
  } as Record<string, string>,
  /** How many of the figures of a longer period there are: 7/9 tháng. */
  partOf: {
    month: (known: string, all: string) => `${known}/${all} tháng`,
    quarter: (known: string, all: string) => `${known}/${all} quý`,
  } as Record<string, (known: string, all: string) => string>,
  estimated: "ước tính",
  assumed: (percent: string) => `${percent}% quy đổi từ ${names.kind} cũ theo tỷ lệ giả định`,
  preliminary: "sơ bộ",
  projectionTable: "Dự báo cuối mỗi năm",
  interval: (percent: number) => `Khoảng ${percent}%`,
  comparisonTable: "Số đã công bố để so sánh",

  neighbourhoods: `Theo ${names.part}`,
  neighbourhoodScale: (count: string, low: string, high: string) =>
    `${count} ${names.parts}, chung một thang từ ${low} đến ${high}`,
  neighbourhoodOrder: { up: "thấp nhất trước", down: "cao nhất trước", keep: "thấp nhất trước" },
  neighbourhoodRest: (count: string) => `Xem ${count} ${names.parts} còn lại`,
  withheld: (count: string) =>
    `${count} ${names.parts} có số đếm dưới 10 (ghi là <10) nên không nêu, để không ai bị nhận ra.`,
  policeWithheld: `Không nêu theo ${names.part}: số đếm nhỏ, dễ nhận ra người.`,
  neighbourhoodValue: (area: string, value: string, from: string, first: string) =>
    `${area}: ${value}; ${from} là ${first}`,

  how: "Cách tính",
  formula: "Công thức",
  method: "Cách dự báo và đánh giá",
  projectionText: (projection: string) => `Dự báo: ${projection}.`,
  trendText: (trend: string, points: string) => `Xu hướng: ${trend}, ${points} kỳ số liệu.`,
  pathText: "Lộ trình là đường thẳng từ số xuất phát đến mục tiêu.",
  dutyText: (due: string) => `Mức phải đạt mỗi năm là đường nằm ngang; năm đang xét hạn ${due}.`,
  methods: {
    last_value: "giữ giá trị cuối, khoảng dự báo lấy từ các thay đổi trước đây",
    theil_sen: "trung vị các độ dốc (Theil–Sen)",
    seasonal_theil_sen: "trung vị các độ dốc giữa cùng kỳ các năm (Theil–Sen theo mùa)",
  } as Record<string, string>,
  trendDirection: {
    improving: "đúng hướng",
    worsening: "ngược hướng",
    no_clear_change: "chưa thấy chuyển biến rõ",
    too_few_points: "chưa đủ số liệu",
  } as Record<string, string>,
  sourcesOf: (value: string, period: string) => `Nguồn của số ${value} (${period})`,
  noSources: "Chưa có nguồn.",
  source: { role: "Vai trò", file: "Tệp", sheet: "Trang tính", cells: "Ô" },
  role: { value: "Giá trị", numerator: "Tử số", denominator: "Mẫu số" } as Record<string, string>,
  revisions: "Số đã được gửi lại",
  revision: {
    period: "Kỳ",
    before: "Trước",
    after: "Sau",
    at: "Ngày nhận",
    reason: "Lý do",
  },
  revisionReason: { resubmitted: "đơn vị gửi lại", correction: "sửa có ghi lý do" } as Record<
    string,
    string
  >,
  qualityNotes: "Lưu ý về chất lượng số liệu",

  data: dataVi,
  footer: "Mọi con số đều truy được đến ô trong tệp gốc: mở trang của chỉ tiêu, xem phần nguồn.",
  edition: editionViOf(names),
  since: sinceVi,
  words: ["Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"],
});

/** What a file of texts must hold. */
export type Texts = ReturnType<typeof viOf>;
