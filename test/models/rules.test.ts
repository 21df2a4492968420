import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dbt, freshFolder } from "./warehouse.ts";

interface Column {
  name: string;
  description: string;
  data_type: string | null;
}

interface Node {
  unique_id: string;
  name: string;
  resource_type: string;
  path: string;
  description: string;
  columns: Record<string, Column>;
  contract?: { enforced: boolean };
  schema: string;
  depends_on: { nodes: string[] };
  test_metadata?: { name: string };
  attached_node?: string | null;
}

let nodes: Node[];
let models: Node[];
beforeAll(() => {
  const folder = freshFolder();
  mkdirSync(join(folder, "target"));
  const { code, output } = dbt(["parse"], { folder });
  expect(code, output).toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, "target", "manifest.json"), "utf8"));
  nodes = Object.values(manifest.nodes as Record<string, Node>);
  models = nodes.filter(({ resource_type }) => resource_type === "model");
});

const layerOf = (node: Node) => node.path.split(/[\\/]/)[0] ?? "";
const namesOf = (offenders: Node[]) => offenders.map(({ name }) => name);

describe("every model", () => {
  it("says what it is and ends with its grain", () => {
    expect(models.length).toBeGreaterThan(40);
    const isSilent = ({ description }: Node) => !/One row per [^.]+\.$/.test(description);
    expect(namesOf(models.filter(isSilent))).toEqual([]);
  });

  it("has every column described", () => {
    const isBare = ({ columns }: Node) =>
      Object.values(columns).length === 0 ||
      Object.values(columns).some(({ description }) => description === "");
    expect(namesOf(models.filter(isBare))).toEqual([]);
  });

  it("has a test of its primary key", () => {
    const tested = new Set(
      nodes
        .filter(({ test_metadata }) => test_metadata?.name === "keeps")
        .map(({ attached_node }) => attached_node),
    );
    expect(namesOf(models.filter(({ unique_id }) => !tested.has(unique_id)))).toEqual([]);
  });

  it("is named for its layer and lands in the schema of that name", () => {
    const prefixes: Record<string, RegExp> = {
      staging: /^stg_/,
      intermediate: /^int_/,
      marts: /^(dim|fct)_/,
    };
    const isMisplaced = (node: Node) =>
      node.schema !== layerOf(node) || !prefixes[layerOf(node)]?.test(node.name);
    expect(namesOf(models.filter(isMisplaced))).toEqual([]);
  });
});

/** Decisions that no figure is made of: each file of the programme has a view, also where no model reads it. */
const unread = ["annotations", "area_aliases", "form_columns", "forms", "lessons"].map(
  (id) => `stg_programme__${id}`,
);

describe("layers", () => {
  it("leave no staging model without a reader, for the lineage is by reference alone", () => {
    const read = new Set(models.flatMap(({ depends_on }) => depends_on.nodes));
    const staging = models.filter((node) => layerOf(node) === "staging");
    expect(staging.length).toBeGreaterThan(10);
    const silent = staging.filter(({ unique_id }) => !read.has(unique_id));
    expect(namesOf(silent).toSorted()).toEqual(unread);
  });

  it("read sources in staging only", () => {
    const reads = ({ depends_on }: Node) => depends_on.nodes.some((id) => id.startsWith("source."));
    const readers = models.filter(reads);
    expect(readers.length).toBeGreaterThan(5);
    expect(namesOf(readers.filter((node) => layerOf(node) !== "staging"))).toEqual([]);
  });

  it("flow one way", () => {
    const ranks = ["staging", "intermediate", "marts"];
    const byId = new Map(models.map((node) => [node.unique_id, node]));
    const goesBack = (node: Node) =>
      node.depends_on.nodes
        .map((id) => byId.get(id))
        .some((parent) => parent && ranks.indexOf(layerOf(parent)) > ranks.indexOf(layerOf(node)));
    expect(namesOf(models.filter(goesBack))).toEqual([]);
  });

  it("enforce the contract of every mart, with a type for every column", () => {
    const marts = models.filter((node) => layerOf(node) === "marts");
    const isLoose = ({ contract, columns }: Node) =>
      !contract?.enforced || Object.values(columns).some(({ data_type }) => !data_type);
    expect(marts.length).toBeGreaterThan(20);
    expect(namesOf(marts.filter(isLoose))).toEqual([]);
  });
});
