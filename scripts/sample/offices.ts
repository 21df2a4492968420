import type { Office } from "./layout.ts";
import type { LeadUnit } from "./truth/tracking.ts";

const WARD_GOVERNMENT = "ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN";

/** The social insurance office. */
export const socialInsuranceOffice: Office = {
  above: "BẢO HIỂM XÃ HỘI TP HẢI PHÒNG",
  name: "BHXH CƠ SỞ LÊ CHÂN",
  mark: "BHXH",
  signed_by: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
};

/** The ward's police. */
export const wardPolice: Office = {
  above: "CÔNG AN THÀNH PHỐ HẢI PHÒNG",
  name: "CÔNG AN PHƯỜNG LÊ CHÂN",
  mark: "CAP",
  signed_by: ["TRƯỞNG CÔNG AN PHƯỜNG"],
};

/** The ward's military command. */
export const militaryCommand: Office = {
  above: WARD_GOVERNMENT,
  name: "BAN CHỈ HUY QUÂN SỰ",
  mark: "BCHQS",
  signed_by: ["CHỈ HUY TRƯỞNG"],
};

/** Who fills in the tracking template, and with what letterhead. */
export const leadUnits: Readonly<Record<LeadUnit, Office>> = {
  culture_society_division: {
    above: WARD_GOVERNMENT,
    name: "PHÒNG VĂN HÓA - XÃ HỘI",
    mark: "VHXH",
    signed_by: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
  },
  council_committee_office: {
    above: WARD_GOVERNMENT,
    name: "VĂN PHÒNG HĐND-UBND",
    mark: "VP",
    signed_by: ["CHÁNH VĂN PHÒNG"],
  },
  fatherland_front: {
    above: "ỦY BAN MTTQ VIỆT NAM TP HẢI PHÒNG",
    name: "ỦY BAN MTTQ VIỆT NAM PHƯỜNG LÊ CHÂN",
    mark: "MTTQ",
    signed_by: ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"],
  },
  economy_infrastructure_division: {
    above: WARD_GOVERNMENT,
    name: "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",
    mark: "KTHTĐT",
    signed_by: ["TRƯỞNG PHÒNG"],
  },
  health_station: {
    above: WARD_GOVERNMENT,
    name: "TRẠM Y TẾ PHƯỜNG",
    mark: "TYT",
    signed_by: ["TRƯỞNG TRẠM"],
  },
  youth_union: {
    above: "THÀNH ĐOÀN HẢI PHÒNG",
    name: "BAN THƯỜNG VỤ ĐOÀN PHƯỜNG LÊ CHÂN",
    mark: "ĐTN",
    signed_by: ["TM. BAN THƯỜNG VỤ", "BÍ THƯ"],
  },
  school_heritage_cell: {
    above: "ĐẢNG BỘ PHƯỜNG LÊ CHÂN",
    name: "CHI BỘ TRƯỜNG TIỂU HỌC NGUYỄN VĂN TỐ",
    mark: "CB",
    signed_by: ["BÍ THƯ CHI BỘ"],
  },
};
