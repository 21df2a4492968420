import { lastSampleDay } from "../ingest/inbox/ingest_summary.ts";
import { landedFingerprint } from "../ingest/land/land.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { todayInVietnam } from "../lib/today.ts";
import { buildWarehouse } from "./run/build.ts";
import { date, defineCommand, runCommand, withHome } from "./run/command.ts";
import { warehouseFingerprint } from "./run/fingerprints.ts";
import { publish, readPublished, recover } from "./run/publish.ts";
import { withPublishingRun } from "./run/run.ts";

const command = withHome(
  defineCommand(
    "models",
    "Tính lại kho số liệu từ các tệp đã nhận · rebuild the warehouse from what landed.",
  ),
).option(
  "--as-of <date>",
  "những gì đã biết đến ngày; mặc định là ngày của các trang đang công bố · what was known by this date; that of the published pages unless given",
  date,
);

await runCommand<{ home: string; asOf?: string }>(command, ({ home, asOf }) =>
  withPublishingRun(home, "models", async (run, started) => {
    recover(home);
    const { landed, warehouse } = homePaths(home);
    const before = readPublished(home);
    const sampleDay = await lastSampleDay(landed);
    const newest = { as_of: sampleDay ?? todayInVietnam(started), is_looking_back: false };
    const chosen = asOf ? { as_of: asOf, is_looking_back: true } : before?.parts.site;
    const { as_of, is_looking_back } = chosen ?? newest;
    const day = { as_of, is_looking_back };
    await buildWarehouse(run, home, day);
    const fingerprint = warehouseFingerprint(landedFingerprint(landed), day);
    const is_sample = before?.is_sample ?? sampleDay !== null;
    const publication = {
      run_id: run.id,
      published_at: started.toISOString(),
      is_sample,
      ...day,
    };
    publish(home, publication, { warehouse: fingerprint }, fingerprint);
    process.stdout.write(`${warehouse}\n`);
    return { exit_code: exitCodes.done, as_of };
  }),
);
