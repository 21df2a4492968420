/** What the choices of a form are called in its workbook, where they stand as `month · tháng`. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  month: "tháng",
  quarter: "quý",
  year: "năm",
  calendar: "trọn tháng, quý, năm",
  at_date: "tính đến một ngày",
  police: "từ 15 tháng trước đến 14",
  zero: "là số 0",
  missing: "chưa có số",
  not_applicable: "không có gì để đếm",
  ward: "là số của cả phường, xã",
  ignore: "bỏ qua",
  ordinal: "số thứ tự",
  area: "tổ dân phố, khu vực",
  period: "kỳ",
  category: "nhóm, loại",
  unit: "đơn vị tính",
  number: "số",
  count: "số đếm, nguyên",
  note: "không đọc",
  people: "người",
  percent: "%",
  per_mille: "phần nghìn",
  cases: "vụ, việc",
  units: "căn",
  households: "hộ",
  hectares: "ha",
  square_metres: "m²",
  square_kilometres: "km²",
  points: "điểm",
  days: "ngày",
  schools: "trường",
  events: "buổi, sự kiện",
  places: "cơ sở, địa điểm",
  groups: "nhóm",
  cards: "thẻ",
  visits: "lượt",
  files: "hồ sơ",
  projects: "dự án",
  vehicles: "xe, phương tiện",
  vnd: "đồng",
  tonnes: "tấn",
  stock: "có tại thời điểm",
  flow: "phát sinh trong kỳ",
  flow_ytd: "lũy kế từ đầu năm",
  ratio: "tỷ lệ",
};

const BETWEEN = " · ";

/** A choice with its words behind it. */
export function worded(id: string, words: string | undefined = CHOICE_WORDS[id]): string {
  return words === undefined ? id : `${id}${BETWEEN}${words}`;
}

/** The choice before its words; any other text as it is. */
export function withoutWords(text: string): string {
  const [id = ""] = text.split(/\s·\s/, 1);
  return /^[a-z][a-z0-9_]*$/.test(id) ? id : text;
}
