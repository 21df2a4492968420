import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "../dashboards/main.ts";
import { loadKey } from "../ingest/people/key_file.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths, publicKeyPath } from "../lib/store/home.ts";
import { defineCommand, runCommand, withHome } from "./run/command.ts";
import { modelDocsOf, readRuns } from "./run/history.ts";

const command = withHome(
  defineCommand(
    "dashboards",
    "Dựng lại các trang từ kho dữ liệu đã có · builds the pages from the warehouse that is there",
  ),
);

await runCommand<{ home: string }>(command, async ({ home }) => {
  const { warehouse, site: out, public_site, public_memory } = homePaths(home);
  if (!existsSync(warehouse)) {
    process.stderr.write(
      `Chưa có kho dữ liệu, hãy chạy npm run refresh · no warehouse yet, run npm run refresh: ${warehouse}\n`,
    );
    return exitCodes.failed;
  }
  const { pages } = await buildSite({
    warehouse,
    out,
    runs: readRuns(home),
    modelDocs: modelDocsOf(home),
  });
  const open = await buildSite({
    warehouse,
    out: public_site,
    memory: { before: public_memory, after: public_memory, key: loadKey(publicKeyPath()) },
  });
  process.stderr.write(`${pages} + ${open.pages} trang · pages\n`);
  process.stdout.write(`${join(out, "index.html")}\n`);
  return exitCodes.done;
});
