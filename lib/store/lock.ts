import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { exitCodes } from "../exit_codes.ts";

/** Who holds the lock on a home, as the holder wrote it down. */
interface Holder {
  pid: number;
  command: string;
  started_at: string;
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

/**
 * Takes the one lock of a home and returns its release. The lock is the operating system's own, held
 * through an open DuckDB file, so that it is gone the moment its process is, however that ended.
 * @throws LockedError naming the holder
 */
export async function takeLock(home: string, command: string, now: Date): Promise<() => void> {
  mkdirSync(home, { recursive: true });
  const instance = await openLockFile(home);
  const holder: Holder = { pid: process.pid, command, started_at: now.toISOString() };
  writeFileSync(holderPath(home), `${JSON.stringify(holder)}\n`);
  return () => instance.closeSync();
}

async function openLockFile(home: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(join(home, ".lock.duckdb"));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/lock|being used by another process|file handle conflict/i.test(text))
      throw new LockedError(home, readHolder(home));
    throw error;
  }
}

function readHolder(home: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderPath(home), "utf8")) as Holder;
  } catch {
    return null;
  }
}

function holderPath(home: string): string {
  return join(home, ".lock.json");
}
