import type { LeadUnit } from "./tracking.ts";

/** What was asked about a figure of the ward and what was answered. Period and days as in `tracking.ts` and ISO. */
export interface Explanation {
  indicator_id: string;
  period: string;
  /** Who wrote the answer; null while there is none. */
  replied_by: LeadUnit | null;
  request: string | null;
  requested_at: string | null;
  reply_due_date: string | null;
  reply: string | null;
  replied_at: string | null;
}

/** What stands in place of a number of a person in what was said. */
export const MASK = "•••";

/** Who asks: the office that gathers the programme's figures. */
export const asking: LeadUnit = "council_committee_office";

/** Every request and answer of the invented ward, by early November 2026. */
export const explanations: readonly Explanation[] = [
  {
    ...asked("HEALTH_PAID", "2026-09", "2026-10-05", "2026-10-10"),
    request: "Vì sao tỷ lệ lượt khám tại trạm do BHYT chi trả thấp hơn lộ trình?",
    ...answered("health_station", "2026-10-09"),
    reply:
      "Khoảng một phần ba lượt khám là khám sàng lọc và tiêm chủng dịch vụ, chưa thuộc phạm vi chi trả. Trạm đã đề nghị BHXH bổ sung danh mục từ quý IV.",
  },
  {
    ...asked("HEALTH_PAID", "2026-10", "2026-11-02", "2026-11-06"),
    request: "Danh mục bổ sung đã áp dụng chưa? Bao giờ đạt lộ trình?",
    ...answered("health_station", "2026-11-03"),
    reply:
      "1. Danh mục bổ sung áp dụng từ 01/11/2026, chưa tác động đến số tháng 10.\n2. Dự kiến tăng 2 điểm trong tháng 11.\n3. Còn thiếu một bác sĩ có chứng chỉ để ký hợp đồng khám ngày thứ bảy.",
  },
  {
    ...asked("ENV_WASTE", "2026-10", "2026-11-02", "2026-11-05"),
    request: "Nêu rõ khu vực chưa thu gom hết rác và biện pháp.",
    ...answered("economy_infrastructure_division", "2026-11-05"),
    reply: `Hai ngõ nhỏ xe ép rác không vào được, phải trung chuyển bằng xe đẩy; từ 10/11 bố trí thêm 2 xe. Đầu mối theo dõi: ${MASK}.`,
  },
  {
    ...asked("HOUSING_INFRA", "2026-Q3", "2026-10-20", "2026-11-03"),
    request: "Dự án nào chưa đủ hạ tầng xã hội thiết yếu? Thiếu hạng mục gì?",
  },
  {
    ...asked("DRUG_FREE_AREAS", "2026-Q3", "2026-11-02", "2026-11-20"),
    request: "Kế hoạch chuyển hóa các tổ dân phố trọng điểm trong quý IV?",
  },
  {
    ...asked("SI_COVERAGE", "2026-09", "2026-10-05", "2026-10-12"),
    request: "Vì sao tốc độ phát triển người tham gia BHXH chậm lại?",
    ...answered("council_committee_office", "2026-10-12"),
    reply:
      "BHXH cơ sở trả lời: ba doanh nghiệp may giảm lao động; số tham gia tự nguyện vẫn tăng. Quý IV tập trung vào hộ kinh doanh đã đăng ký.",
  },
  {
    ...unasked("YOUTH_MEMBER_AWARD", "2026"),
    ...answered("youth_union", "2026-11-04"),
    reply: "Mới xét được sáu tháng đầu năm; đợt hai xét trong tháng 12.",
  },
];

function asked(
  indicator_id: string,
  period: string,
  requested_at: string,
  reply_due_date: string,
): Explanation {
  return { ...unasked(indicator_id, period), requested_at, reply_due_date };
}

function unasked(indicator_id: string, period: string): Explanation {
  return {
    ...{ indicator_id, period, replied_by: null, request: null, requested_at: null },
    ...{ reply_due_date: null, reply: null, replied_at: null },
  };
}

function answered(replied_by: LeadUnit, replied_at: string) {
  return { replied_by, replied_at };
}
