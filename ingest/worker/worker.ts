import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { EXIT_REASONS, type WorkerLimits } from "./limits.ts";
import type { ReadAnswer, ReadFile, ReadTask, WorkerFailure, WorkerSettings } from "./message.ts";

/** A process that reads files, one at a time. After an answer `died` it has ended. */
export interface Worker {
  read(task: ReadTask): Promise<ReadAnswer>;
  isAlive(): boolean;
  stop(): void;
}

const SCRIPT = fileURLToPath(new URL("./child.ts", import.meta.url));
/** Room for what is young: more would be faster by little and larger by much. */
const YOUNG_MEGABYTES = 16;
/** So much a reader holds before its heap is looked through: of a long list it needs nearly all to the end. */
const OLD_MEGABYTES = 128;
/** What else a worker may say is kept no further than this. */
const LONGEST_OUTPUT = 4_000;

/** Starts a worker. Throws when it ends before it is ready: that is no file's fault. */
export async function startWorker(
  settings: WorkerSettings,
  limits: WorkerLimits,
  log: (line: string) => void,
): Promise<Worker> {
  const child = fork(SCRIPT, [String(limits.resident_bytes), String(limits.seconds)], {
    execArgv: [
      `--max-old-space-size=${Math.floor(limits.heap_bytes / 2 ** 20)}`,
      `--initial-old-space-size=${OLD_MEGABYTES}`,
      `--max-semi-space-size=${YOUNG_MEGABYTES}`,
      // Nearly all that a reader makes lives to its end: threads that look for garbage wait for each other.
      "--single-threaded-gc",
    ],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "advanced",
  });
  const words = listen(child);
  const first = await nextEvent(child);
  if (!("message" in first)) throw new Error(`the reading process did not start: ${words.take()}`);
  child.send(settings, noticeEnd);
  return {
    read: (task) => read(child, words, task, limits, log),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** A message that no longer reaches its child shows by the child's end. */
function noticeEnd(): void {}

/** Collects what a child writes to its streams; nothing of it is shown, it may hold content of files. */
function listen(child: ChildProcess): { take: () => string } {
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data) => {
      words = (words + String(data)).slice(-LONGEST_OUTPUT);
    });
  const take = () => {
    const taken = words;
    words = "";
    return taken;
  };
  return { take };
}

type Event = { message: unknown } | { code: number | null; signal: NodeJS.Signals | null };

/** The next message of a child, or its end, once its streams are read out. */
function nextEvent(child: ChildProcess): Promise<Event> {
  return new Promise((resolve, reject) => {
    const settle = (event: Event) => {
      child.off("message", onMessage).off("close", onClose).off("error", reject);
      resolve(event);
    };
    const onMessage = (message: unknown) => settle({ message });
    const onClose = (code: number | null, signal: NodeJS.Signals | null) =>
      settle({ code, signal });
    child.on("message", onMessage).on("close", onClose).on("error", reject);
  });
}

async function read(
  child: ChildProcess,
  words: { take: () => string },
  task: ReadTask,
  limits: WorkerLimits,
  log: (line: string) => void,
): Promise<ReadAnswer> {
  words.take();
  let isLate = false;
  const clock = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, limits.wall_seconds * 1000);
  child.send(task, noticeEnd);
  const event = await nextEvent(child);
  clearTimeout(clock);
  const said = words.take();
  if (said !== "")
    log(`${task.name}: the reading process said ${said.split("\n").length - 1} lines`);
  if ("message" in event) return { done: doneOf(event.message) };
  const failure = isLate ? "took_too_long" : causeOf(said, event.code, event.signal);
  log(`${task.name}: the reading process ended: ${failure} (${event.signal ?? event.code})`);
  return { died: failure, pid: child.pid ?? 0 };
}

function doneOf(message: unknown): ReadFile {
  if (message !== null && typeof message === "object" && "error" in message)
    throw new Error(String(message.error));
  return message as ReadFile;
}

/** The watchdog says why; V8 aborts when its heap is full; a machine without memory kills. */
function causeOf(said: string, code: number | null, signal: NodeJS.Signals | null): WorkerFailure {
  if (said.includes(EXIT_REASONS.took_too_long)) return "took_too_long";
  const isMemory =
    said.includes(EXIT_REASONS.too_much_memory) ||
    /heap out of memory|allocation failed/i.test(said) ||
    signal === "SIGKILL" ||
    code === 134;
  return isMemory ? "too_much_memory" : "reader_failed";
}
