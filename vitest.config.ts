import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest_first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/dbt/setup.ts",
    expect: { requireAssertions: true },
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
