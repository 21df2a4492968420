import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest_first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/run_folder.ts", "test/dbt/setup.ts"],
    // files share what they import: loading it for each took more time than many of them
    isolate: false,
    expect: { requireAssertions: true },
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
