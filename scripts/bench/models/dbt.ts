// One command of dbt on a project and its landed parts: `dbt.ts <command> <project> <landed> <folder> <memory>`;
// of a build it tells where the time went.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dbt, python } from "../../run/dbt.ts";

const [command = "", project = "", landed = "", folder = "", memory = ""] = process.argv.slice(2);
const target = join(folder, "target");
const selection = command === "build" ? ["--exclude-resource-type", "unit_test"] : [];
const places = ["--project-dir", project, "--profiles-dir", project, "--target-path", target];
const { status, stdout } = spawnSync(
  python,
  [...dbt, command, ...selection, ...places, "--log-level-file", "none"],
  {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      LECHAN_LANDED: landed,
      LECHAN_WAREHOUSE: join(folder, "warehouse.duckdb"),
      LECHAN_AS_OF: "2026-11-24",
      LECHAN_PROGRAMME_KNOWN_BY: "9999-12-31",
      LECHAN_MEMORY_LIMIT: memory,
      DBT_SEND_ANONYMOUS_USAGE_STATS: "false",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  },
);
if (status !== 0) process.stderr.write(stdout.slice(-4000));
if (status !== 0 || command !== "build") process.exit(status);

interface Result {
  unique_id: string;
  execution_time: number;
}
const { results } = JSON.parse(readFileSync(join(target, "run_results.json"), "utf8")) as {
  results: Result[];
};
const slowest = results
  .map(({ unique_id, execution_time }) => ({ name: unique_id.split(".")[2], execution_time }))
  .sort((a, b) => b.execution_time - a.execution_time)
  .slice(0, 8);
process.stdout.write(JSON.stringify(slowest));
