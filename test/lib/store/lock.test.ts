import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LockedError, takeLock } from "../../../lib/store/lock.ts";

const lockModule = join(import.meta.dirname, "../../../lib/store/lock.ts");
const freshHome = () => mkdtempSync(join(tmpdir(), "lechan-lock-"));

/** Starts another process that takes the lock of `home`, says so and waits to be killed. */
async function startHolder(home: string) {
  const script = join(home, "holder.mjs");
  writeFileSync(
    script,
    `const { takeLock } = await import(${JSON.stringify(lockModule)});
     await takeLock(${JSON.stringify(home)}, "nightly", new Date("2026-11-24T19:00:00Z"));
     process.stdout.write("held");
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

async function refusalOf(home: string): Promise<Error & { exit_code?: number }> {
  const refusal = await takeLock(home, "refresh", new Date()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Error);
  return refusal as Error & { exit_code?: number };
}

/** Takes the lock and gives it back. */
async function takeAndRelease(home: string): Promise<void> {
  const release = await takeLock(home, "refresh", new Date());
  expect(release).toBeTypeOf("function");
  release();
}

describe("the lock of a home", () => {
  it("is taken again after its release, which leaves no holder named", async () => {
    const home = freshHome();
    await takeAndRelease(home);
    expect(existsSync(join(home, ".lock.json"))).toBe(false);
    await takeAndRelease(home);
  });

  it("is refused while another process holds it, naming the holder, and free once that was killed", async () => {
    const home = freshHome();
    const holder = await startHolder(home);
    const refusal = await refusalOf(home);
    expect(refusal).toBeInstanceOf(LockedError);
    expect(refusal.exit_code).toBe(75);
    expect(refusal.message).toContain(`nightly, pid ${holder.pid}`);
    holder.kill("SIGKILL");
    await once(holder, "close");
    await takeAndRelease(home);
  });

  it("is refused within the process that holds it, which goes on holding it", async () => {
    const home = freshHome();
    const release = await takeLock(home, "report", new Date());
    expect((await refusalOf(home)).message).toContain(`report, pid ${process.pid}`);
    const script = `const { takeLock } = await import(${JSON.stringify(lockModule)});
      await takeLock(${JSON.stringify(home)}, "x", new Date()).catch((e) => process.exit(e.exit_code));`;
    const other = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    release();
    expect(other.status).toBe(75);
  });

  it.each([
    ["that is dead", (text: string) => ({ ...JSON.parse(text), pid: 2 ** 22 + 1 })],
    [
      "whose number another process bears now",
      (text: string) => ({ ...JSON.parse(text), pid: process.pid, process_started: "1" }),
    ],
  ])("names no holder %s", async (_, rewrite) => {
    const home = freshHome();
    const holder = await startHolder(home);
    const note = join(home, ".lock.json");
    writeFileSync(note, JSON.stringify(rewrite(readFileSync(note, "utf8"))));
    const refusal = await refusalOf(home);
    holder.kill("SIGKILL");
    expect(refusal).toBeInstanceOf(LockedError);
    expect(refusal.message).toContain("another run holds the lock (?)");
  });
});

describe("what is no lock", () => {
  it("a file in the place of the folder", async () => {
    const home = join(freshHome(), "data");
    writeFileSync(home, "");
    for (const place of [home, join(home, "below")]) {
      const refusal = await refusalOf(place);
      expect(refusal).not.toBeInstanceOf(LockedError);
      expect(refusal.exit_code).toBe(3);
      expect(refusal.message).toContain("expected a folder, found a file");
    }
  });

  it.each([
    ["garbage", "garbage ".repeat(4000)],
    ["nothing", ""],
  ])("a lock file that holds %s", async (_, content) => {
    const home = freshHome();
    writeFileSync(join(home, ".lock.duckdb"), content);
    const refusal = await refusalOf(home);
    expect(refusal).not.toBeInstanceOf(LockedError);
    expect(refusal.exit_code).toBeUndefined();
    expect(refusal.message).toContain("the lock file is damaged");
    expect(refusal.message).toContain(join(home, ".lock.duckdb"));
    expect(readdirSync(home)).toEqual([".lock.duckdb"]);
  });

  it("a folder in the place of the lock file", async () => {
    const home = freshHome();
    mkdirSync(join(home, ".lock.duckdb"));
    const refusal = await refusalOf(home);
    expect(refusal).not.toBeInstanceOf(LockedError);
    expect(refusal.message).toContain("EISDIR");
  });

  const canMount =
    process.platform === "linux" && process.getuid?.() === 0 && hasMounted(freshHome(), "size=8k");

  it.runIf(canMount)("a full disk, after which the lock can be taken (needs root)", async () => {
    const home = freshHome();
    mount(home, "size=8k");
    try {
      const refusal = await refusalOf(home);
      expect(refusal).not.toBeInstanceOf(LockedError);
      expect(refusal.exit_code).toBe(3);
      expect(refusal.message).toContain("the disk is full");
      expect(readdirSync(home)).toEqual([]);
      mount(home, "remount,size=1m");
      await takeAndRelease(home);
    } finally {
      spawnSync("umount", [home]);
    }
  });

  it.runIf(canMount)("a disk that can only be read (needs root)", async () => {
    const home = freshHome();
    mount(home, "size=1m");
    try {
      await takeAndRelease(home);
      mount(home, "remount,ro");
      const refusal = await refusalOf(home);
      expect(refusal).not.toBeInstanceOf(LockedError);
      expect(refusal.exit_code).toBe(3);
      expect(refusal.message).toContain("cannot be written");
      expect(refusal.message).toContain("EROFS");
    } finally {
      spawnSync("umount", [home]);
    }
  });
});

function mount(folder: string, options: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
}

function hasMounted(folder: string, options: string): boolean {
  return mount(folder, options) && spawnSync("umount", [folder]).status === 0;
}
