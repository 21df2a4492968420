import { appendFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { exitCodes } from "../../lib/exit_codes.ts";
import { homePaths } from "../../lib/store/home.ts";
import { takeLock } from "../../lib/store/lock.ts";
import { writeWhole } from "../../lib/store/write.ts";
import { readRunReport, runFolders } from "./run_reports.ts";

/** How many runs' logs and reports are kept of each command: one that runs often removes no other's. */
const runsKept = 60;

/** A step of a run as its report names it. */
interface Step {
  name: string;
  seconds: number;
  status: "done" | "failed";
}

/** One run of a command: its folder under `runs/`, its log, its steps and its closing report. */
export interface Run {
  id: string;
  folder: string;
  /** Writes a line to the log only. */
  log: (line: string) => void;
  /** Writes a line to the log and to people. */
  print: (line: string) => void;
  /** Times one step and shows people where the run is. */
  step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Shows the latest word on the step under way, on terminals only. */
  progress: (text: string) => void;
  /** Writes `report.json`: the steps, the exit code and what the command adds. */
  finish: (exitCode: number, details: object) => void;
}

/** How a command's work ended: its exit code, and what its report says besides. */
interface Outcome {
  exit_code: number;
}

/**
 * Does a command's work as a run under the lock of the home, and leaves its log and closing report there
 * however it ends. Resolves to the exit code.
 * @throws LockedError while another run is at work, and whatever the work throws
 */
export async function withRun(
  home: string,
  command: string,
  work: (run: Run, started: Date) => Promise<Outcome>,
): Promise<number> {
  const started = new Date();
  const release = await takeLock(home, command, started);
  try {
    const run = openRun(home, command, started);
    try {
      const outcome = await work(run, started);
      run.finish(outcome.exit_code, outcome);
      return outcome.exit_code;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      run.log(error instanceof Error ? (error.stack ?? message) : message);
      const code = (error as { exit_code?: number }).exit_code ?? exitCodes.failed;
      try {
        run.finish(code, { error: message });
      } catch {
        // what went wrong first is what is told
      }
      throw error;
    }
  } finally {
    release();
  }
}

const lastGoodStands =
  "Bản đã công bố trước đó vẫn giữ nguyên · the last good version still stands.";

/** `withRun` for a command that publishes: a failure says what it leaves published. */
export async function withPublishingRun(
  home: string,
  command: string,
  work: (run: Run, started: Date) => Promise<Outcome>,
): Promise<number> {
  return withRun(home, command, (run, started) =>
    work(run, started).catch((error: unknown) => {
      const isPublished = existsSync(homePaths(home).warehouse);
      if (error instanceof Error && isPublished) error.message += `\n${lastGoodStands}`;
      throw error;
    }),
  );
}

/** Opens a run's folder `<home>/runs/<run id>` and removes the oldest ones. */
function openRun(home: string, command: string, started: Date): Run {
  const id = `${started.toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${process.pid}`;
  const folder = join(home, "runs", id);
  mkdirSync(folder, { recursive: true });
  removeOldRuns(home);
  const steps: Step[] = [];
  const screen = openScreen();
  // A full disk is told by what needs it; a line of the log must not end the run.
  const log = (line: string) => {
    try {
      appendFileSync(join(folder, "log.txt"), `${new Date().toISOString()} ${line}\n`);
    } catch {}
  };
  const print = (line: string) => {
    log(line);
    screen.line(line);
  };
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    log(`> ${name}`);
    screen.begin(name);
    const begun = performance.now();
    const end = (status: Step["status"]) => {
      const seconds = Math.round(performance.now() - begun) / 1000;
      steps.push({ name, seconds, status });
      log(`${status} in ${seconds} s: ${name}`);
      screen.end(name, status, seconds);
    };
    try {
      const result = await work();
      end("done");
      return result;
    } catch (error) {
      end("failed");
      throw error;
    }
  };
  const finish = (exitCode: number, details: object) => {
    const times = { started_at: started.toISOString(), finished_at: new Date().toISOString() };
    const report = { run_id: id, command, ...times, exit_code: exitCode, steps, ...details };
    writeWhole(join(folder, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
  };
  return { id, folder, log, print, step, progress: screen.progress, finish };
}

function removeOldRuns(home: string): void {
  const folders = runFolders(home);
  if (folders.length <= runsKept) return;
  for (const own of Map.groupBy(folders, commandOf).values())
    for (const folder of own.slice(runsKept)) rmSync(folder, { recursive: true, force: true });
}

/** The command of a run by its report; of one that was killed it is not known. */
function commandOf(folder: string): string | null {
  return readRunReport<{ command: string }>(folder)?.command ?? null;
}

/** Steps that redraw in place on a terminal, and plain lines elsewhere; all of it on stderr. */
function openScreen() {
  const { stderr } = process;
  const isTerminal = stderr.isTTY === true && !process.env["CI"] && process.env["TERM"] !== "dumb";
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: stderr });
  const redraw = (text: string) =>
    stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
  let current = "";
  return {
    line: (text: string) => {
      if (isTerminal) redraw("");
      stderr.write(`${text}\n`);
    },
    begin: (name: string) => {
      current = name;
      if (isTerminal) redraw(`… ${name}`);
      else stderr.write(`… ${name}\n`);
    },
    progress: (text: string) => {
      if (isTerminal) redraw(`… ${current} · ${text}`);
    },
    end: (name: string, status: Step["status"], seconds: number) => {
      if (isTerminal) redraw("");
      const mark = status === "done" ? paint("green", "✓") : paint("red", "✗");
      stderr.write(`${mark} ${name} ${paint("dim", `${seconds.toFixed(1)} s`)}\n`);
    },
  };
}
