/** The Vietnamese texts on what was read and what was not accepted; English must have every key. */
export const dataVi = {
  title: "Dữ liệu đã đọc",
  headline: (files: string, refused: string, rejects: string, late: string) =>
    `Đã đọc ${files} tệp; ${refused} tệp không nhận, ${rejects} ô không nhận, ${late} nguồn chậm`,
  subtitle:
    "Mỗi dòng của mỗi tệp hoặc được nhận, hoặc bị loại kèm lý do, hoặc bỏ qua theo quy tắc.",
  account: (read: string, landed: string, rejected: string, ignored: string) =>
    `${read} dòng đã đọc = ${landed} nhận + ${rejected} loại + ${ignored} bỏ qua`,
  allSources: "Các nguồn",
  files: "Tệp",
  rejects: "Ô và dòng không nhận",
  doubts: "Ô có điểm nghi ngờ nhưng vẫn nhận",
  noRejects: "Không có ô nào bị loại.",
  quality: "Cảnh báo chất lượng",
  notes: (count: string) => `Xem ${count} ghi chú`,
  noQuality: "Không có cảnh báo.",
  file: {
    name: "Tệp",
    form: "Biểu",
    status: "Kết quả",
    received: "Ngày nhận",
    read: "Đọc",
    landed: "Nhận",
    rejected: "Loại",
    ignored: "Bỏ qua",
  },
  fileStatus: { landed: "Đã nhận", refused: "Không nhận", ignored: "Bỏ qua" } as Record<
    string,
    string
  >,
  reject: { place: "Vị trí", expected: "Cần có", found: "Đang có", todo: "Cần làm" },
  severity: { error: "Lỗi", warning: "Cảnh báo", info: "Ghi chú" } as Record<string, string>,
  source: {
    form: "Nguồn",
    agency: "Đơn vị gửi",
    every: "Gửi",
    period: "Số liệu đến",
    received: "Nhận lần cuối",
    due: "Hạn kỳ tới",
    state: "Tình trạng",
  },
  every: { month: "hằng tháng", quarter: "hằng quý", year: "hằng năm" } as Record<string, string>,
  noEvery: "khi có",
  late: "Chậm",
  inTime: "Đúng hạn",
  never: "chưa nhận",
  correctCells: (count: string) => `Sửa ${count} ô này trong tệp gốc rồi gửi lại.`,
  others: (count: string) => `và ${count} ô nữa`,
  fullList: "Danh sách đầy đủ từng ô: npm run rejects.",
  more: (count: string) => `và ${count} mục nữa cùng loại`,
  concern: { what: "Nội dung", object: "Chỉ tiêu", severity: "Mức" },
};
