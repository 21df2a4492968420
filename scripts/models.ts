import { renameSync } from "node:fs";
import { buildModels } from "../pipeline/dbt.ts";
import { exitCodes } from "../pipeline/exit-codes.ts";
import { homePaths } from "../pipeline/home.ts";
import { takeLock } from "../pipeline/lock.ts";
import { sealWarehouse } from "../pipeline/publish.ts";
import { openRun } from "../pipeline/run.ts";
import { todayInVietnam } from "../pipeline/today.ts";
import { date, defineCommand, runCommand, withHome } from "./command.ts";

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
