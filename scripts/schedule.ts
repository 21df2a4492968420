import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { exitCodes } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { writeWhole } from "../lib/store/write.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";

const command = withHome(
  defineCommand("schedule", "Đặt lịch chạy hằng đêm · run `nightly` every night at a given time."),
)
  .option("--at <hh:mm>", "giờ Việt Nam · time of day in Vietnam", timeOfDay, "02:00")
  .option("--inbox <dir>", "thư mục tệp của các cơ quan · folder of the offices' files", folder)
  .option("--print", "chỉ in ra, không đặt · only show what would be written");

/** What to schedule. */
export interface Schedule {
  at: string;
  home: string;
  inbox?: string;
}

/** The systemd service and timer that run `nightly`; a missed night is made up for at the next start. */
export function systemdUnits(schedule: Schedule): Record<string, string> {
  return {
    "lechan-nightly.service": `[Unit]
Description=lechan: nightly refresh

[Service]
Type=oneshot
WorkingDirectory=${escapePercent(root)}
ExecStart=${nightlyCommand(schedule).map(quoteForSystemd).join(" ")}
SuccessExitStatus=4
`,
    "lechan-nightly.timer": `[Unit]
Description=lechan: nightly refresh at ${schedule.at}, Vietnam time

[Timer]
OnCalendar=*-*-* ${schedule.at}:00 Asia/Ho_Chi_Minh
Persistent=true

[Install]
WantedBy=timers.target
`,
  };
}

/** The lines of a crontab that do the same where there is no systemd. */
export function cronLines(schedule: Schedule): string {
  const [hour, minute] = schedule.at.split(":").map(Number);
  const words = nightlyCommand(schedule).map(quoteForShell).join(" ");
  const line = `${minute} ${hour} * * * cd ${quoteForShell(root)} && ${words}`;
  return `CRON_TZ=Asia/Ho_Chi_Minh\n${line.replaceAll("%", "\\%")} # lechan-nightly\n`;
}

/** A crontab with our lines in it, in place of those that an earlier call wrote. */
export function withCronLines(crontab: string, lines: string): string {
  const kept = crontab.replaceAll(
    /^CRON_TZ=Asia\/Ho_Chi_Minh\n(?=.*# lechan-nightly$)|^.*# lechan-nightly\n?/gm,
    "",
  );
  return `${kept.trimEnd()}\n${lines}`.trimStart();
}

function nightlyCommand({ home, inbox }: Schedule): string[] {
  const setup = join(root, "scripts", "setup.mjs");
  const words = [process.execPath, setup, "scripts/nightly.ts", "--home", home];
  return inbox ? [...words, "--inbox", inbox] : words;
}

function timeOfDay(value: string): string {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
  throw new InvalidArgumentError(
    `cần một giờ như 02:00, thấy ${JSON.stringify(value)} · expected a time as 02:00, found ${JSON.stringify(value)}`,
  );
}

function quoteForSystemd(word: string): string {
  return `"${escapePercent(word).replaceAll(/["\\]/g, "\\$&").replaceAll("$", "$$$$")}"`;
}

function escapePercent(word: string): string {
  return word.replaceAll("%", "%%");
}

function quoteForShell(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function writeSystemd(units: Record<string, string>): number {
  const folder = join(
    process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"),
    "systemd",
    "user",
  );
  for (const [name, text] of Object.entries(units))
    process.stdout.write(`${writeWhole(join(folder, name), text)}\n`);
  const reload = systemctl(["daemon-reload"]);
  const enable = systemctl(["enable", "--now", "lechan-nightly.timer"]);
  if (reload && enable) {
    say(
      "Đã bật · enabled. Để chạy cả khi không đăng nhập · to run while logged out: loginctl enable-linger",
    );
    return exitCodes.done;
  }
  say("Chưa bật được · not enabled yet: systemctl --user enable --now lechan-nightly.timer");
  return exitCodes.failed;
}

function systemctl(args: string[]): boolean {
  return (
    spawnSync("systemctl", ["--user", ...args], { stdio: ["ignore", "ignore", "inherit"] })
      .status === 0
  );
}

function writeCrontab(lines: string): number {
  const current = spawnSync("crontab", ["-l"], { encoding: "utf8" });
  const written = spawnSync("crontab", ["-"], {
    input: withCronLines(current.stdout ?? "", lines),
    encoding: "utf8",
  });
  process.stdout.write(lines);
  if (written.status === 0) return exitCodes.done;
  say(
    "Máy này không có systemd, cũng không có crontab: thêm dòng trên vào bộ lập lịch của máy · " +
      "neither systemd nor crontab here: add the lines above to this machine's scheduler.",
  );
  return exitCodes.cannot_run;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function schedule(options: Schedule & { print?: boolean }): Promise<number> {
  const hasSystemd = existsSync("/run/systemd/system");
  const units = systemdUnits(options);
  if (!options.print) return hasSystemd ? writeSystemd(units) : writeCrontab(cronLines(options));
  const shown = Object.entries(units).map(([name, text]) => `# ${name}\n${text}`);
  process.stdout.write([...shown, `# crontab\n${cronLines(options)}`].join("\n"));
  return exitCodes.done;
}

if (import.meta.main) await runCommand<Schedule & { print?: boolean }>(command, schedule);
