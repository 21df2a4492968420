import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { buildSites } from "./run/build.ts";
import { defineCommand, runCommand, withHome } from "./run/command.ts";
import { siteFingerprints } from "./run/fingerprints.ts";
import { describeWarehouse, publish, recover } from "./run/publish.ts";
import { withPublishingRun } from "./run/run.ts";

const command = withHome(
  defineCommand(
    "dashboards",
    "Dựng lại các trang từ kho dữ liệu đã có · builds the pages from the warehouse that is there",
  ),
);

await runCommand<{ home: string }>(command, async ({ home }) => {
  const { warehouse, site } = homePaths(home);
  if (!existsSync(warehouse)) {
    process.stderr.write(
      `Chưa có kho dữ liệu, hãy chạy npm run refresh · no warehouse yet, run npm run refresh: ${warehouse}\n`,
    );
    return exitCodes.failed;
  }
  return withPublishingRun(home, "dashboards", async (run, started) => {
    recover(home);
    const { fingerprint, as_of, is_looking_back, is_sample } = await describeWarehouse(home);
    const day = { as_of, is_looking_back };
    const pages = await buildSites(run, home, warehouse, started, day);
    const publication = {
      run_id: run.id,
      published_at: started.toISOString(),
      is_sample,
      ...day,
    };
    publish(home, publication, siteFingerprints(fingerprint), fingerprint);
    process.stderr.write(`${pages.site} + ${pages.public_site} trang · pages\n`);
    process.stdout.write(`${join(site, "index.html")}\n`);
    return { exit_code: exitCodes.done };
  });
});
