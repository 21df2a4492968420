import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../../lib/store/home.ts";

/** A server that listens, and how to end it. */
export interface Server {
  address: string;
  close(): void;
}

/** `npm run serve` for an edition of a home, at a port that is free. */
export async function serve(home: string, edition = "internal"): Promise<Server> {
  const script = join(root, "scripts", "serve.ts");
  const args = [script, "--home", home, "--edition", edition, "--port", "0"];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((found, failed) => {
    server.stdout.once("data", (data) => found(String(data).trim()));
    server.once("close", (code) => failed(new Error(`the server ended with exit code ${code}`)));
  });
  const close = () => server.kill();
  // what started it may end without closing it: what has its output waits for it for ever
  process.once("exit", close);
  return { address, close };
}
