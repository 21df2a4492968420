import type { Draft } from "./draft.ts";
import { healthInsuranceMovements } from "./files/health_insurance_d03.ts";
import { healthInsuranceMembers } from "./files/health_insurance_members.ts";
import { healthInsuranceOldWards } from "./files/health_insurance_old_wards.ts";
import { healthInsuranceSummaries } from "./files/health_insurance_summary.ts";
import { housingWorkbooks } from "./files/housing.ts";
import { policeCallUps } from "./files/police_callup.ts";
import { policeCrimes } from "./files/police_crime.ts";
import { policeDrugs } from "./files/police_drugs.ts";
import { policePopulations } from "./files/police_population.ts";
import { programmeTracking } from "./files/programme_tracking.ts";
import { socialInsuranceMembers } from "./files/social_insurance_members.ts";
import { socialInsuranceSummaries } from "./files/social_insurance_summary.ts";
import { isTcvn3 } from "./mess.ts";
import { spoil } from "./spoil.ts";
import { makeWorld } from "./world.ts";
import { writeCsv } from "./write/csv.ts";
import { writeOds } from "./write/ods.ts";
import { writeXls } from "./write/xls.ts";
import { writeXlsx } from "./write/xlsx.ts";

/** A file of the inbox, ready to be written. */
export interface SampleFile {
  name: string;
  bytes: Uint8Array;
}

/** How many people the committed sample lists. */
export const DEFAULT_PEOPLE = 3000;

/**
 * The files of a sample inbox, made one after the other so that lists of any length fit in memory.
 * The same seed and number of people make the same bytes, on every machine and day.
 */
export function* sampleFiles(options: { seed: number; people: number }): Generator<SampleFile> {
  const world = makeWorld(options.seed);
  for (const makeDrafts of REPORTS) {
    for (const draft of makeDrafts(world)) yield written(draft);
  }
  for (const draft of healthInsuranceMembers(options.seed, options.people)) yield written(draft);
}

const REPORTS = [
  healthInsuranceOldWards,
  healthInsuranceSummaries,
  socialInsuranceSummaries,
  policePopulations,
  policeCrimes,
  policeDrugs,
  policeCallUps,
  housingWorkbooks,
  programmeTracking,
  healthInsuranceMovements,
  socialInsuranceMembers,
];

const TCVN3_FONTS = { body: ".VnTime", capitals: ".VnTimeH" };

function written(draft: Draft): SampleFile {
  const { name, sheets } = spoil(draft);
  if (isTcvn3(name)) return { name, bytes: writeXlsx(sheets, TCVN3_FONTS) };
  const write = WRITERS[name.slice(name.lastIndexOf(".") + 1)];
  if (!write) throw new Error(`no writer for file: ${name}`);
  return { name, bytes: write(sheets) };
}

const WRITERS: Readonly<Record<string, (sheets: Draft["sheets"]) => Uint8Array>> = {
  xlsx: (sheets) => writeXlsx(sheets),
  xls: writeXls,
  ods: writeOds,
  csv: ([sheet]) => {
    if (!sheet) throw new Error("a CSV file needs a sheet");
    return writeCsv(sheet);
  },
};
