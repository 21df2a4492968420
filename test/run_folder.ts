import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of the tests a temporary folder of its own, which goes with all that they leave in it. */
export default function openRunFolder(): () => void {
  const folder = mkdtempSync(join(hasRoomInMemory() ? MEMORY : tmpdir(), "lechan-"));
  process.env[process.platform === "win32" ? "TEMP" : "TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** More than twice what a run leaves and its processes hold. */
const ROOM_BYTES = 12 * 2 ** 30;

/** What is made sure to be on a disk waits for it, thousands of times a run: in memory nothing waits. */
function hasRoomInMemory(): boolean {
  if (process.platform !== "linux" || !existsSync(MEMORY) || freemem() < ROOM_BYTES) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const options = mounts.map((line) => line.split(" ")).filter(([, at]) => at === MEMORY);
  return (
    bavail * bsize >= ROOM_BYTES && !options.some(([, , , how]) => /\bnoexec\b/.test(how ?? ""))
  );
}
