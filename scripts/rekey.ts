import { chooseInputs } from "../ingest/inbox/inputs.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { defaultKeyPath } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { withRun } from "./run/run.ts";
import { rekey } from "./tools/rekey.ts";

const command = withHome(
  defineCommand(
    "rekey",
    "Đổi khóa của mã người; không số nào thay đổi · rotates the key of person tokens; no count changes.",
  ),
).option("--inbox <dir>", "thư mục tệp của các cơ quan · folder of the offices' files", folder);

await runCommand<{ home: string; inbox?: string }>(command, async ({ home, inbox }) => {
  const { paths } = chooseInputs(inbox);
  return withRun(home, "rekey", async (run) => {
    const keyPath = defaultKeyPath();
    const summary = await rekey({ home, inbox: paths, keyPath, log: run.log });
    for (const [name, count] of Object.entries(summary))
      process.stdout.write(`${name}\t${count}\n`);
    process.stderr.write(`${closing(keyPath)}\n`);
    return { exit_code: exitCodes.done, ...summary };
  });
});

function closing(keyPath: string): string {
  return (
    `Đã đổi khóa; khóa cũ đã hủy, hãy hủy cả bản sao của nó: ${keyPath}. Thư mục kết quả khác dùng chung khóa này phải đọc lại từ đầu (xóa landed/). · ` +
    "The key was rotated and the old one destroyed: destroy copies of it too. Another home that shares this key must be read anew (delete its landed/)."
  );
}
