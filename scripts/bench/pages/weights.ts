import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A page and its compressed weight, style sheet included. */
export interface PageWeight {
  path: string;
  kilobytes: number;
}

/** Every page of a site with what it weighs on the way to a reader, heaviest first. */
export function pageWeights(site: string): PageWeight[] {
  const style = compressed(join(site, "assets", "theme.css"));
  return filesOf(site, ".html")
    .filter((path) => dirname(path) !== "models")
    .map((path) => ({ path, kilobytes: style + compressed(join(site, path)) }))
    .toSorted((a, b) => b.kilobytes - a.kilobytes);
}

/** What all scripts of a site weigh together. */
export function scriptWeight(site: string): number {
  return filesOf(site, ".js").reduce((sum, path) => sum + compressed(join(site, path)), 0);
}

/** The heaviest page of each family: those of a folder are one, every page outside them its own. */
export function families(weights: readonly PageWeight[]): string[] {
  const heaviest = new Map<string, string>();
  for (const { path } of weights) {
    const family = /^(en\/)?\w+\//.test(path) ? dirname(path) : path;
    if (!heaviest.has(family)) heaviest.set(family, path);
  }
  return [...heaviest.values()].toSorted();
}

function filesOf(site: string, ending: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => path.replaceAll("\\", "/"));
}

/** As servers compress: gzip at its usual level; thousand bytes. */
function compressed(path: string): number {
  return gzipSync(readFileSync(path)).length / 1000;
}
