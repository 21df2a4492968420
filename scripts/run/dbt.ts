import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../lib/store/home.ts";
import { describeFailures, readFailures } from "./dbt_failures.ts";

/** What the models are built from and into. */
export interface ModelsBuild {
  landed: string;
  warehouse: string;
  /** What was known by this date, yyyy-mm-dd. */
  as_of: string;
  /** Judged at `as_of` by what was received up to this later date; left out, the two are one. */
  known_by?: string;
  /** dbt's own folder, kept between runs so that unchanged models are not parsed again. */
  target: string;
  /** Receives dbt's lines as they come. */
  log: (line: string) => void;
  /** Options of `dbt build` that choose among the models; without them all are built and tested. */
  selection?: readonly string[];
  /** What the chosen models read from the environment beside the above. */
  environment?: Readonly<Record<string, string>>;
}

/** The models could not be built; the message names the models or tests and shows their SQL. */
class ModelsError extends Error {
  override name = "ModelsError";
}

const models = join(root, "models");

/** The project's own Python. */
export const python = join(
  ...[root, ".venv"],
  process.platform === "win32" ? "Scripts/python.exe" : "bin/python",
);

/** What makes Python dbt: the scripts beside it differ from system to system. */
export const dbt = [
  "-c",
  "import sys; sys.path.pop(0); from dbt.cli.main import cli; sys.exit(cli(prog_name='dbt'))",
];

// Unit tests speak of the SQL, not of the data: `npm test` runs them.
const all = ["--exclude-resource-type", "unit_test"];

/**
 * Builds and tests the warehouse with `dbt build`.
 * @throws ModelsError with each rule that rows break, and each failing model or other test with its message
 * and the SQL around it
 */
export async function buildModels(build: ModelsBuild): Promise<void> {
  mkdirSync(dirname(build.warehouse), { recursive: true });
  const resultsPath = join(build.target, "run_results.json");
  for (const stale of [build.warehouse, `${build.warehouse}.wal`, resultsPath])
    rmSync(stale, { force: true });
  const { code, tail } = await runDbt(["build", ...(build.selection ?? all)], build);
  const failures = readFailures(resultsPath);
  if (code === 0 && failures.length === 0 && existsSync(build.warehouse)) return;
  if (failures.length === 0)
    throw new ModelsError(`dbt build failed with exit code ${code}:\n${tail.join("\n")}`);
  throw new ModelsError(await describeFailures(failures, build.warehouse));
}

/**
 * Writes the documentation of the models as one page, `static_index.html` in dbt's own folder, from
 * what the build left there: the warehouse itself stays free for others.
 * It never stops a run: where dbt cannot, the site does without it, and the log says why.
 */
export async function documentModels(build: ModelsBuild): Promise<void> {
  rmSync(join(build.target, "static_index.html"), { force: true });
  const fromManifest = ["--static", "--no-compile", "--empty-catalog"];
  const { code } = await runDbt(["docs", "generate", ...fromManifest], build).catch((error) => {
    build.log(String(error));
    return { code: null };
  });
  if (code !== 0) build.log(`dbt docs failed with exit code ${code}; the site goes without it`);
}

function runDbt(
  command: string[],
  build: ModelsBuild,
): Promise<{ code: number | null; tail: string[] }> {
  const folders = ["--project-dir", models, "--profiles-dir", models];
  // the run's own log has what dbt says; a file with every statement costs a quarter of the time
  const made = ["--target-path", build.target, "--log-level-file", "none"];
  const args = [...command, ...folders, ...made, "--no-use-colors"];
  return new Promise((resolve, reject) => {
    const child = spawn(python, [...dbt, ...args], { cwd: models, env: environmentOf(build) });
    const tail: string[] = [];
    const read = (data: Buffer) => {
      const lines = data.toString().split("\n").filter(Boolean);
      tail.push(...lines);
      tail.splice(0, tail.length - 40);
      lines.forEach(build.log);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, tail }));
  });
}

function environmentOf(build: ModelsBuild): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...build.environment,
    LECHAN_LANDED: build.landed,
    LECHAN_WAREHOUSE: build.warehouse,
    LECHAN_AS_OF: build.as_of,
    LECHAN_KNOWN_BY: build.known_by ?? "",
    DBT_SEND_ANONYMOUS_USAGE_STATS: "false",
    PYTHONDONTWRITEBYTECODE: "1",
  };
}
