import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { CannotRunError, exitCodes } from "../exit_codes.ts";
import { type Database, openDatabase } from "./database.ts";
import { asideOf, linkOnce, writeWhole } from "./write.ts";

/** Who holds the lock on a home, as the holder wrote it down. */
interface Holder {
  pid: number;
  command: string;
  started_at: string;
  /** When the system started that process, in its own count; null where it does not tell. */
  process_started: string | null;
}

/** Another run is at work on the same home (exit 75). */
export class LockedError extends Error {
  override name = "LockedError";
  readonly exit_code = exitCodes.locked;
  readonly holder: Holder | null;

  constructor(home: string, holder: Holder | null) {
    const who = holder ? `${holder.command}, pid ${holder.pid}, ${holder.started_at}` : "?";
    super(
      `${home}: một lần chạy khác đang giữ khóa (${who}); chờ xong rồi chạy lại · ` +
        `another run holds the lock (${who}); wait for it to end, then run again`,
    );
    this.holder = holder;
  }
}

/** The homes that this process holds: the system does not tell a process from itself. */
const held = new Set<string>();

/**
 * Takes the one lock of a home and returns its release. The lock is the operating system's own, held
 * through an open DuckDB file, so that it is gone the moment its process is, however that ended.
 * @throws LockedError naming the holder; CannotRunError where the home can't be written; Error where the
 * lock file is damaged
 */
export async function takeLock(folder: string, command: string, now: Date): Promise<() => void> {
  const home = resolve(folder);
  if (held.has(home)) throw new LockedError(home, liveHolder(home));
  checkWritable(home);
  held.add(home);
  let lock: Database | undefined;
  const release = () => {
    if (lock) rmSync(holderPath(home), { force: true });
    lock?.close();
    held.delete(home);
  };
  try {
    lock = await openLockFile(home);
    const own = { pid: process.pid, process_started: startOf(process.pid) };
    const holder: Holder = { ...own, command, started_at: now.toISOString() };
    writeWhole(holderPath(home), `${JSON.stringify(holder)}\n`);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

/** Tries to write as much as a lock file takes. */
function checkWritable(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    const probe = writeWhole(asideOf(join(home, ".lock.probe")), Buffer.alloc(PROBE_BYTES));
    rmSync(probe);
  } catch (error) {
    throw new CannotRunError(whyNotWritable(home, error as NodeJS.ErrnoException));
  }
}

const PROBE_BYTES = 64 * 1024;

function whyNotWritable(home: string, { code = "", message }: NodeJS.ErrnoException): string {
  if (code === "ENOSPC" || code === "EDQUOT")
    return `${home}: đĩa đã đầy, hãy dọn chỗ rồi chạy lại · the disk is full: make room, then run again (${code})`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${home}: cần một thư mục, thấy một tệp; hãy chỉ thư mục khác bằng --home · expected a folder, found a file: name another folder by --home (${code})`;
  return `${home}: không ghi được vào thư mục này; hãy chạy bằng người dùng sở hữu nó hoặc chỉ thư mục khác bằng --home · this folder cannot be written: run as the user who owns it, or name another by --home (${code || message})`;
}

/** A file that does not open although its copy does is held by another process, unless that has just ended. */
async function openLockFile(home: string): Promise<Database> {
  const path = join(home, ".lock.duckdb");
  if (!existsSync(path)) await makeLockFile(path);
  try {
    return await openDatabase(path);
  } catch (error) {
    const obstacle = await obstacleOf(path);
    if (obstacle === null)
      return await openDatabase(path).catch(() => {
        throw new LockedError(home, liveHolder(home));
      });
    throw new Error(
      `${path}: tệp khóa bị hỏng; khi không có lần chạy nào khác, hãy xóa tệp này rồi chạy lại · the lock file is damaged: once no other run is at work, delete it and run again (${obstacle})`,
      { cause: error },
    );
  }
}

/** Made aside and linked into place, so that it is never met half made. */
async function makeLockFile(path: string): Promise<void> {
  const aside = asideOf(path);
  rmSync(aside, { force: true });
  try {
    (await openDatabase(aside)).close();
    linkOnce(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What keeps a lock file from being opened other than a process that holds it; null for nothing. */
async function obstacleOf(path: string): Promise<string | null> {
  const copy = asideOf(`${path}.copy`);
  try {
    closeSync(openSync(path, "r+"));
    copyFileSync(path, copy);
    (await openDatabase(copy)).close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(copy, { force: true });
  }
}

/** The holder as it wrote itself down, if it is still alive: whoever died without a word is not named. */
function liveHolder(home: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(holderPath(home), "utf8")) as Holder;
    return isAlive(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Whether a process of that number runs, and is the one that was meant. */
function isAlive({ pid, process_started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return startOf(pid) === (process_started ?? null);
}

/** When a process was started, in ticks since the machine was; null where the system keeps no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function holderPath(home: string): string {
  return join(home, ".lock.json");
}
