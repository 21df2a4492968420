import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";
import { python } from "../../scripts/run/dbt.ts";

/**
 * Has all that tests start find a dbt that is loaded already: what Python imports as dbt's command line hands
 * over to one server. Where processes cannot be forked, every command loads dbt itself.
 */
export default function serveDbt(): (() => void) | undefined {
  if (process.platform === "win32" || !existsSync(python)) return;
  const folder = mkdtempSync(join(tmpdir(), "lechan-dbt-"));
  const socket = join(folder, "socket");
  const script = join(import.meta.dirname, "server.py");
  const server = spawn(python, [script, socket, join(root, "models")], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  process.env["LECHAN_TEST_DBT"] = socket;
  process.env["PYTHONPATH"] = join(import.meta.dirname, "shim");
  return () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
