import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest_first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/dbt/setup.ts",
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
