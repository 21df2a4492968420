import { renameSync } from "node:fs";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { takeLock } from "../lib/store/lock.ts";
import { todayInVietnam } from "../lib/today.ts";
import { date, defineCommand, runCommand, withHome } from "./run/command.ts";
import { buildModels } from "./run/dbt.ts";
import { sealWarehouse } from "./run/publish.ts";
import { openRun } from "./run/run.ts";

const command = withHome(
  defineCommand(
    "models",
    "Tính lại kho số liệu từ các tệp đã nhận · rebuild the warehouse from what landed.",
  ),
).option("--as-of <date>", "những gì đã biết đến ngày · what was known by this date", date);

await runCommand<{ home: string; asOf?: string }>(command, async ({ home, asOf }) => {
  const started = new Date();
  const release = await takeLock(home, "models", started);
  const run = openRun(home, "models", started);
  const { landed, warehouse, building } = homePaths(home);
  try {
    await run.step("Tính chỉ tiêu · building indicators", async () => {
      const as_of = asOf ?? todayInVietnam(started);
      await buildModels({
        landed,
        warehouse: building.warehouse,
        as_of,
        target: building.dbt,
        log: run.log,
      });
      await sealWarehouse(building.warehouse);
    });
    renameSync(building.warehouse, warehouse);
    process.stdout.write(`${warehouse}\n`);
    return exitCodes.done;
  } finally {
    release();
  }
});
