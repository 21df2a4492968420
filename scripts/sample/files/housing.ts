import type { Draft } from "../draft.ts";
import { housingQuarters } from "../truth/housing.ts";
import type { World } from "../world.ts";
import { applicationSheet } from "./housing_applications.ts";
import { clearanceSheet } from "./housing_clearance.ts";
import { projectSheet } from "./housing_projects.ts";

/** A quarter's housing workbook: projects, applications and site clearance, a sheet each. */
export function housingWorkbooks(world: World): Draft[] {
  return housingQuarters.map((quarter, index) => ({
    name: `NOXH_${quarter.year}_quy_${quarter.quarter}.xlsx`,
    sheets: [
      projectSheet(quarter, index),
      applicationSheet(world, quarter, index),
      clearanceSheet(quarter, index),
    ],
  }));
}
