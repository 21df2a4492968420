import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of some twenty seconds of one core and more, the longest first: begun last, one would keep a core waiting. */
const long = [
  "hostile/batch",
  "end_to_end/sample",
  "wards/wards",
  "dashboards/reading/disclosure/attack",
  "dashboards/public",
  "models/golden",
  "models/marts",
  "end_to_end/inbox",
  "scripts/tools/rejects",
  "privacy/people",
  "models/geography",
  "models/registry",
  "models/periods",
  "models/programme_versions",
  "dashboards/site/browser",
  "dashboards/site/accessibility",
  "dashboards/site/print",
  "scripts/serve_watch",
  "ingest/questions",
  "ingest/worker/pool",
  "models/forecast/determinism",
  "dashboards/report/command",
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
