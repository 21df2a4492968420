import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { defineCommand, runCommand, UsageError, withHome } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { homePaths } from "./publish.ts";

const command = withHome(
  defineCommand("rejects", "Những ô, dòng, tệp chưa được tin · what was not believed, and why."),
)
  .option("--form <form>", "chỉ một biểu · one form only")
  .option("--warnings", "kèm cảnh báo · warnings too");

const question = `
  select file_name, coalesce(form, '') as form, severity, rule, message_vi, message_en
  from (
      select file_name, form, sheet, cell, severity, rule, message_vi, message_en
      from marts.fct_rejects
      union all
      select file_name, form, null, null, 'refused', refusal_code, message_vi, message_en
      from marts.fct_files
      where status = 'refused'
  )
  where ($form is null or form = $form) and ($warnings or severity <> 'warning')
  order by severity, form, file_name, sheet, cell, rule`;

await runCommand<{ home: string; form?: string; warnings?: boolean }>(command, async (options) => {
  const { warehouse } = homePaths(options.home);
  if (!existsSync(warehouse))
    throw new UsageError(
      `${warehouse}: chưa có, hãy chạy npm run refresh · not there yet: npm run refresh`,
    );
  const rows = await readRejects(warehouse, options.form ?? null, options.warnings ?? false);
  for (const row of rows)
    process.stdout.write(
      `${row["severity"]}\t${row["rule"]}\t${row["message_vi"]}\t${row["message_en"]}\n`,
    );
  process.stderr.write(`${rows.length} mục · entries\n`);
  return exitCodes.done;
});

async function readRejects(warehouse: string, form: string | null, warnings: boolean) {
  const instance = await DuckDBInstance.create(warehouse, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(question, { form, warnings })).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
