import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { IndicatorView } from "../reading/facts/view.ts";
import { writeAssets } from "../site/assets.ts";
import { briefPage } from "../site/pages/brief.ts";
import { documentOf } from "../site/pages/layout.ts";
import type { Report } from "./report.ts";
import { pageTexts } from "./report_words.ts";
import { periodWords } from "./sentences.ts";

/** The Chromium of this machine: that of CHROMIUM, else Debian's; null where neither is there. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const path = environment["CHROMIUM"] ?? "/usr/bin/chromium";
  return existsSync(path) ? path : null;
}

/** The period's brief as a PDF of one A4 page. Throws with Chromium's last words where it fails. */
export function printBrief(report: Report, chromium: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "lechan-brief-"));
  try {
    const context = { site: report.site, text: pageTexts(report.site) };
    const period = { name: report.period.name, valuesOf: valuesOf(report) };
    writeAssets(join(folder, "assets"));
    mkdirSync(join(folder, "profile"));
    const page = join(folder, "brief.html");
    writeFileSync(page, documentOf(briefPage(context, period), context));
    return print(page, join(folder, "brief.pdf"), join(folder, "profile"), chromium);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The values of the report's table: that of the period, and the one that is judged where it differs. */
function valuesOf({ figures }: Report) {
  const known = new Map(figures.map((figure) => [figure.view, figure]));
  return (view: IndicatorView) => {
    const figure = known.get(view);
    const own = figure?.value && { value: figure.value.value, period: periodWords(figure) };
    return [own, figure?.judged].filter((value) => value != null);
  };
}

function print(page: string, pdf: string, profile: string, chromium: string): Uint8Array {
  const { status, stderr, error } = spawnSync(
    chromium,
    [
      ...quiet,
      `--user-data-dir=${profile}`,
      `--print-to-pdf=${pdf}`,
      "--no-pdf-header-footer",
      pathToFileURL(page).href,
    ],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (status === 0 && existsSync(pdf)) return readFileSync(pdf);
  const reason = error?.message ?? stderr.trim().split("\n").at(-1);
  throw new Error(`chromium did not print the brief: ${reason}`);
}

// Root has no sandbox to run in; everybody else keeps it.
const quiet = [
  "--headless --disable-gpu --disable-quic --no-first-run --disable-sync",
  "--disable-background-networking --disable-component-update",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
].flatMap((line) => line.split(" "));
