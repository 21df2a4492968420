import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LockedError, takeLock } from "../../../lib/store/lock.ts";

const lockModule = join(import.meta.dirname, "../../../lib/store/lock.ts");

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

describe("the lock of a home", () => {
  it("is taken again after its release", async () => {
    const home = mkdtempSync(join(tmpdir(), "lechan-lock-"));
    const release = await takeLock(home, "refresh", new Date());
    release();
    const again = await takeLock(home, "refresh", new Date());
    expect(again).toBeTypeOf("function");
    again();
  });

  it("is refused while another process holds it, naming the holder, and free once that was killed", async () => {
    const home = mkdtempSync(join(tmpdir(), "lechan-lock-"));
    const holder = await startHolder(home);
    const refusal = await takeLock(home, "refresh", new Date()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LockedError);
    expect((refusal as LockedError).exit_code).toBe(75);
    expect((refusal as LockedError).message).toContain(`nightly, pid ${holder.pid}`);
    holder.kill("SIGKILL");
    await once(holder, "close");
    const release = await takeLock(home, "refresh", new Date());
    expect(release).toBeTypeOf("function");
    release();
  });
});
