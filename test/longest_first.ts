import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of some twenty seconds of one core and more, the longest first: begun last, one would keep a core waiting. */
const long = [
  "dashboards/reading/disclosure/attack",
  "end_to_end/sample",
  "dashboards/site/accessibility",
  "dashboards/public",
  "models/golden",
  "models/marts",
  "end_to_end/inbox",
  "models/geography",
  "dashboards/site/print",
  "dashboards/site/browser",
  "privacy/people",
  "models/registry",
  "scripts/serve_watch",
  "models/periods",
  "scripts/tools/rejects",
  "models/forecast/determinism",
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
