import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of some twenty seconds of one core and more, the longest first: begun last, one would keep a core waiting. */
const long = [
  "end_to_end/sample",
  "wards/wards",
  "models/golden",
  "dashboards/public",
  "dashboards/reading/disclosure/attack",
  "models/agreement",
  "models/marts",
  "dashboards/site/accessibility",
  "dashboards/site/browser",
  "ingest/worker/pool",
  "ingest/read/writers",
  "scripts/serve_watch",
  "scripts/tools/rejects",
  "ingest/questions",
  "hostile/batch",
  "dashboards/site/print",
  "end_to_end/inbox",
  "privacy/people",
  "end_to_end/new_form",
  "models/geography",
  "models/forecast/determinism",
  "corpus/mutations",
  "models/periods",
  "models/pipeline",
  "scripts/tools/new_form",
  "dashboards/report/command",
  "scripts/tools/rekey",
  "models/programme_versions",
  "ingest/main",
  "models/registry",
  "models/progress",
  "dashboards/report/document",
  "ingest/ward_forms",
  "dashboards/site/agreement",
  "scripts/tools/questions",
  "dashboards/report/report_record",
];

const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return rank < 0 ? long.length : rank;
};

/** Begins with the long files; the others follow as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
