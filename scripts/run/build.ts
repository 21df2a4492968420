import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeSite } from "../../dashboards/main.ts";
import { loadKey } from "../../ingest/people/key_file.ts";
import { homePaths, publicKeyPath } from "../../lib/store/home.ts";
import { buildModels, documentModels, type ModelsBuild } from "./dbt.ts";
import { modelDocsOf, readRuns } from "./history.ts";
import { decisionsRead, type ModelDay } from "./model_day.ts";
import { verifyWarehouse } from "./publish.ts";
import type { Run } from "./run.ts";

/** Builds the warehouse of a home aside, judged by a day. Resolves to its path. */
export async function buildWarehouse(run: Run, home: string, day: ModelDay): Promise<string> {
  const { landed, building } = homePaths(home);
  mustHaveLanded(landed);
  // It describes the earlier warehouse.
  rmSync(homePaths(home).model_docs, { force: true });
  await run.step("Tính chỉ tiêu · building indicators", async () => {
    await buildModels(modelsOf(run, home, day));
    await verifyWarehouse(building.warehouse);
  });
  return building.warehouse;
}

/** Makes sure that there is something to compute with. Throws where nothing has landed. */
export function mustHaveLanded(landed: string): void {
  if (existsSync(join(landed, "files"))) return;
  throw new Error(
    `${landed}: chưa có tệp nào được nhận, hãy chạy npm run refresh · nothing has landed yet: npm run refresh`,
  );
}

/**
 * Builds both editions of the site aside from a warehouse that is judged by a day; resolves to how many
 * pages they have. The models are documented beside where that was not done since they were built.
 */
export async function buildSites(
  run: Run,
  home: string,
  warehouse: string,
  now: Date,
  day: ModelDay,
): Promise<{ site: number; public_site: number }> {
  const { building, public_memory } = homePaths(home);
  const memory = {
    before: public_memory,
    after: building.public_memory,
    key: loadKey(publicKeyPath()),
  };
  // From what dbt wrote down, while the first pages are built.
  const isUndocumented = existsSync(join(building.dbt, "manifest.json")) && !modelDocsOf(home);
  const documenting = isUndocumented ? documentModels(modelsOf(run, home, day)) : null;
  const open = await run.step("Dựng bản công khai · building the public edition", () =>
    writeSite({ warehouse, out: building.public_site, now, memory, log: run.log }),
  );
  await documenting;
  const own = await run.step("Dựng trang · building pages", () =>
    writeSite({
      warehouse,
      out: building.site,
      now,
      log: run.log,
      runs: readRuns(home),
      modelDocs: modelDocsOf(home),
    }),
  );
  return { site: own.pages, public_site: open.pages };
}

function modelsOf(run: Run, home: string, day: ModelDay): ModelsBuild {
  const { landed, building } = homePaths(home);
  const log = (line: string) => {
    run.log(line);
    run.progress(line.replace(/^\S+\s+/, ""));
  };
  return {
    landed,
    warehouse: building.warehouse,
    as_of: day.as_of,
    target: building.dbt,
    log,
    environment: decisionsRead(day),
  };
}
