import { createHash } from "node:crypto";
import { codeVersion } from "../../lib/code_version.ts";
import { root } from "../../lib/store/home.ts";
import type { ModelDay } from "./model_day.ts";

/** What a home publishes, in the order in which one is made of the other. */
export const partNames = ["warehouse", "site", "public_site"] as const;

export type PartName = (typeof partNames)[number];

/** What each part is made of, distinguished by a hash. */
export type Fingerprints = Record<PartName, string>;

/** The models, the versions of what runs them, and how it is called. */
const models = ["models/**/*.{sql,yml,csv}", "models/requirements.lock", "scripts/run/dbt.ts"];

/** What the pages are made by besides the code that is imported. */
const pages = ["dashboards/site/theme/*.css", "dashboards/site/client/*.js"];
const fonts = ["@fontsource/be-vietnam-pro", "@expo-google-fonts/be-vietnam-pro"];

/**
 * The fingerprint of a warehouse made now: of what has landed (`landed`, a hash over all parts, the ward's
 * decisions among them), of the day by which it is judged, and of the models with dbt's lock.
 */
export function warehouseFingerprint(landed: string, day: ModelDay, project = root): string {
  return hashOf(
    landed,
    day.as_of,
    String(day.is_looking_back),
    codeVersion({ root: project, entries: [], files: models }),
  );
}

/** The fingerprints of pages made now of a warehouse: of that and of the pages' code. */
export function siteFingerprints(
  warehouse: string,
  project = root,
): Omit<Fingerprints, "warehouse"> {
  const entries = ["dashboards/main.ts"];
  const code = codeVersion({ root: project, entries, files: pages, packages: fonts });
  return {
    site: hashOf("internal", warehouse, code),
    public_site: hashOf("public", warehouse, code),
  };
}

/** What everything would be made of now. */
export function fingerprintsNow(landed: string, day: ModelDay, project = root): Fingerprints {
  const warehouse = warehouseFingerprint(landed, day, project);
  return { warehouse, ...siteFingerprints(warehouse, project) };
}

function hashOf(...words: string[]): string {
  return createHash("sha256").update(words.join("\n")).digest("hex");
}
