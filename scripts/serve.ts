import { spawn } from "node:child_process";
import { createReadStream, existsSync, statSync, watch as watchFiles } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { createGzip } from "node:zlib";
import { InvalidArgumentError, Option } from "commander";
import { modelDocsPolicy, serverHeaders } from "../dashboards/reading/markup/headers.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { homePaths, root } from "../lib/store/home.ts";
import { defineCommand, runCommand, withHome } from "./run/command.ts";

const command = withHome(
  defineCommand("serve", "Mở trang tại 127.0.0.1 · serve the site on this machine only."),
)
  .option("--port <number>", "cổng, 0 là cổng trống bất kỳ · port, 0 for any free one", port, 8080)
  .addOption(
    new Option("--edition <name>", "bản nội bộ hoặc công khai · which pages")
      .choices(["internal", "public"])
      .default("internal"),
  )
  .option("--watch", "dựng lại khi mã trang đổi · rebuild when the pages' code changes", false);

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".arrow": "application/vnd.apache.arrow.file",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** What shrinks on the way; pictures, letters and workbooks are packed already. */
const isText = /^text|xml;|json|arrow/;

const stillStanding =
  "Chưa dựng lại được, trang cũ vẫn giữ nguyên · not rebuilt, the last good pages still stand\n";

const busy = (port: number) =>
  `cổng ${port} đang bận, hãy chọn cổng khác với --port · port ${port} is taken, choose another with --port`;

interface ServeOptions {
  home: string;
  port: number;
  edition: "internal" | "public";
  watch: boolean;
}

await runCommand<ServeOptions>(command, async ({ home, port, edition, watch }) => {
  const paths = homePaths(home);
  const site = edition === "public" ? paths.public_site : paths.site;
  if (!existsSync(site)) {
    process.stderr.write(
      `Chưa có trang, hãy chạy npm run refresh · no pages yet, run npm run refresh: ${site}\n`,
    );
    return exitCodes.failed;
  }
  const server = createServer((request, response) => {
    const path = findFile(site, request.url ?? "/");
    if (path) sendFile(request, response, path);
    else notFound(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new UsageError(busy(port)) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  if (watch) rebuildOnChange(home);
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
  await new Promise((resolve) => server.on("close", resolve));
  return exitCodes.done;
});

/**
 * Builds the pages anew, in a process that sees the new code, whenever a file of theirs changes. Code
 * that is broken is reported on stderr with the reason; the last good pages stay until it is corrected.
 */
function rebuildOnChange(home: string): void {
  const build = [join(root, "scripts", "dashboards.ts"), "--home", home];
  let isBuilding = false;
  let isChanged = false;
  const rebuild = () => {
    isChanged = isBuilding;
    if (isBuilding) return;
    isBuilding = true;
    const child = spawn(process.execPath, build, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", (code) => {
      isBuilding = false;
      if (code !== 0) process.stderr.write(stillStanding);
      if (isChanged) rebuild();
    });
  };
  watchFiles(join(root, "dashboards"), { recursive: true }, rebuild);
}

/** The file of the site that an address names, or null when it names none or leaves the site. */
function findFile(site: string, url: string): string | null {
  try {
    const path = normalize(join(site, decodeURIComponent(new URL(url, "http://site").pathname)));
    if (path !== site && !path.startsWith(site + sep)) return null;
    const file = statSync(path).isDirectory() ? join(path, "index.html") : path;
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, path: string): void {
  const type = types[extname(path)] ?? "application/octet-stream";
  const isShrunk = /gzip/.test(String(request.headers["accept-encoding"])) && isText.test(type);
  const file = createReadStream(path);
  // A rebuild may take the file away between the look and the reading.
  file.once("error", () => notFound(response));
  file.once("open", () => {
    response.writeHead(200, {
      ...headersOf(path),
      "Content-Type": type,
      Vary: "Accept-Encoding",
      ...(isShrunk && { "Content-Encoding": "gzip" }),
    });
    (isShrunk ? file.pipe(createGzip()) : file).pipe(response);
  });
}

function notFound(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(404, serverHeaders);
  response.end("404\n");
}

/** The pages' headers; the documentation of the models needs the script that it holds in itself. */
function headersOf(path: string): Record<string, string> {
  const isModelDocs = path.endsWith(join("models", "index.html"));
  return isModelDocs
    ? { ...serverHeaders, "Content-Security-Policy": modelDocsPolicy }
    : serverHeaders;
}

function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new InvalidArgumentError(
    `cần một cổng từ 0 đến 65535, thấy ${JSON.stringify(value)} · expected a port from 0 to 65535, found ${JSON.stringify(value)}`,
  );
}
