import type { Day } from "../calendar.ts";

/** A project of the sample. Units, hectares and households; one value per quarter in arrays. */
export interface Project {
  name: string;
  investor: string;
  location: string;
  land_area_ha: number;
  sale_units: number;
  rent_units: number;
  rent_purchase_units: number;
  started_on: Day;
  completed_units: readonly number[];
  qualified?: { units: number; document: string; on: Day };
  marketed_units: readonly number[];
  contracted_sale_units: readonly number[];
  contracted_rent_units: readonly number[];
  contracted_rent_purchase_units: readonly number[];
  has_social_infrastructure: boolean;
  /** When what is left of it is to be qualified, as the list of each quarter says. */
  planned: readonly string[];
  clearance: {
    land_to_clear: number;
    land_cleared: readonly number[];
    households: number;
    households_handed_over: readonly number[];
  };
}

/**
 * Six invented projects, a table and therefore long. With what is planned they come to 1,700 units. What became qualified in 2026 is 96 + 74 + 140 = 310 units; the 180 units of
 * the sixth were qualified in 2025 and count for nothing in the programme.
 */
export const projects: readonly Project[] = [
  {
    name: "Nhà ở xã hội Ánh Dương",
    investor: "Công ty CP Phát triển nhà Mẫu Một",
    location: "Tổ dân phố số 14",
    land_area_ha: 0.62,
    sale_units: 112,
    rent_units: 34,
    rent_purchase_units: 24,
    started_on: { year: 2024, month: 10, day: 21 },
    completed_units: [0, 40, 96, 96],
    qualified: { units: 96, document: "214/SXD-QLN", on: { year: 2026, month: 3, day: 12 } },
    marketed_units: [0, 60, 96, 96],
    contracted_sale_units: [0, 22, 51, 64],
    contracted_rent_units: [0, 4, 11, 15],
    contracted_rent_purchase_units: [0, 2, 7, 10],
    has_social_infrastructure: true,
    planned: ["30/06/2026", "Quý IV/2026", "Quý IV/2026", "Quý I/2027"],
    clearance: {
      land_to_clear: 0.62,
      land_cleared: [0.62, 0.62, 0.62, 0.62],
      households: 18,
      households_handed_over: [18, 18, 18, 18],
    },
  },
  {
    name: "Nhà ở xã hội Bình Minh",
    investor: "Công ty TNHH Xây dựng Mẫu Hai",
    location: "Tổ dân phố số 31",
    land_area_ha: 0.94,
    sale_units: 170,
    rent_units: 52,
    rent_purchase_units: 38,
    started_on: { year: 2025, month: 2, day: 18 },
    completed_units: [0, 0, 74, 120],
    qualified: { units: 74, document: "431/SXD-QLN", on: { year: 2026, month: 5, day: 28 } },
    marketed_units: [0, 0, 50, 74],
    contracted_sale_units: [0, 0, 18, 40],
    contracted_rent_units: [0, 0, 3, 9],
    contracted_rent_purchase_units: [0, 0, 2, 6],
    has_social_infrastructure: true,
    planned: ["Quý III/2026", "Quý IV/2026", "Quý I/2027", "Quý II/2027"],
    clearance: {
      land_to_clear: 0.94,
      land_cleared: [0.71, 0.82, 0.94, 0.94],
      households: 27,
      households_handed_over: [19, 23, 27, 27],
    },
  },
  {
    name: "Khu nhà ở xã hội Hướng Dương",
    investor: "Công ty CP Đầu tư Mẫu Ba",
    location: "Tổ dân phố số 47",
    land_area_ha: 1.85,
    sale_units: 276,
    rent_units: 84,
    rent_purchase_units: 60,
    started_on: { year: 2025, month: 6, day: 9 },
    completed_units: [0, 0, 0, 60],
    qualified: { units: 140, document: "702/SXD-QLN", on: { year: 2026, month: 8, day: 14 } },
    marketed_units: [0, 0, 0, 90],
    contracted_sale_units: [0, 0, 0, 37],
    contracted_rent_units: [0, 0, 0, 6],
    contracted_rent_purchase_units: [0, 0, 0, 4],
    has_social_infrastructure: true,
    planned: ["Quý IV/2027", "Quý IV/2027", "Quý IV/2027", "Quý IV/2027"],
    clearance: {
      land_to_clear: 1.85,
      land_cleared: [1.1, 1.34, 1.62, 1.78],
      households: 64,
      households_handed_over: [36, 45, 55, 61],
    },
  },
  {
    name: "Khu nhà ở xã hội Hoa Phượng",
    investor: "Công ty CP Đầu tư Mẫu Ba",
    location: "Tổ dân phố số 58",
    land_area_ha: 1.4,
    sale_units: 228,
    rent_units: 70,
    rent_purchase_units: 52,
    started_on: { year: 2026, month: 4, day: 27 },
    completed_units: [0, 0, 0, 0],
    marketed_units: [0, 0, 0, 0],
    contracted_sale_units: [0, 0, 0, 0],
    contracted_rent_units: [0, 0, 0, 0],
    contracted_rent_purchase_units: [0, 0, 0, 0],
    has_social_infrastructure: true,
    planned: ["", "", "Quý II/2028", "Quý II/2028"],
    clearance: {
      land_to_clear: 1.4,
      land_cleared: [0.3, 0.52, 0.88, 1.12],
      households: 52,
      households_handed_over: [10, 18, 31, 40],
    },
  },
  {
    name: "Khu nhà ở xã hội Cánh Buồm",
    investor: "Liên danh Xây dựng Mẫu Bốn",
    location: "Tổ dân phố số 72",
    land_area_ha: 2.1,
    sale_units: 330,
    rent_units: 98,
    rent_purchase_units: 72,
    started_on: { year: 2026, month: 7, day: 15 },
    completed_units: [0, 0, 0, 0],
    marketed_units: [0, 0, 0, 0],
    contracted_sale_units: [0, 0, 0, 0],
    contracted_rent_units: [0, 0, 0, 0],
    contracted_rent_purchase_units: [0, 0, 0, 0],
    has_social_infrastructure: false,
    planned: ["", "", "", "Quý IV/2028"],
    clearance: {
      land_to_clear: 2.1,
      land_cleared: [0, 0.2, 0.55, 0.9],
      households: 81,
      households_handed_over: [0, 7, 22, 36],
    },
  },
  {
    name: "Nhà ở xã hội Mai Vàng",
    investor: "Công ty TNHH Xây dựng Mẫu Hai",
    location: "Tổ dân phố số 5",
    land_area_ha: 0.7,
    sale_units: 126,
    rent_units: 30,
    rent_purchase_units: 24,
    started_on: { year: 2023, month: 11, day: 6 },
    completed_units: [150, 180, 180, 180],
    qualified: { units: 180, document: "988/SXD-QLN", on: { year: 2025, month: 11, day: 20 } },
    marketed_units: [120, 180, 180, 180],
    contracted_sale_units: [80, 121, 126, 126],
    contracted_rent_units: [12, 25, 29, 30],
    contracted_rent_purchase_units: [9, 17, 22, 24],
    has_social_infrastructure: true,
    planned: ["", "", "", ""],
    clearance: {
      land_to_clear: 0.7,
      land_cleared: [0.7, 0.7, 0.7, 0.7],
      households: 22,
      households_handed_over: [22, 22, 22, 22],
    },
  },
];
