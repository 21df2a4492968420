import { exitCodes } from "../pipeline/exit-codes.ts";
import { withPublished } from "../pipeline/warehouse.ts";
import { defineCommand, runCommand, withHome } from "./command.ts";

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
  const { home, form = null, warnings = false } = options;
  const rows = await withPublished(home, (ask) => ask(question, { form, warnings }));
  const words = ["severity", "rule", "message_vi", "message_en"];
  for (const row of rows) process.stdout.write(`${words.map((word) => row[word]).join("\t")}\n`);
  process.stderr.write(`${rows.length} mục · entries\n`);
  return exitCodes.done;
});
