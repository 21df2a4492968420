import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { withPublished } from "../../lib/store/database.ts";
import type { TextRow } from "../../scripts/tools/ward/text_tables.ts";
import { outputsOf, placesOf } from "./outputs.ts";
import { areasOf, copyProject, type WardProject } from "./ward.ts";

/** What the shipped ward is called: none of it may be met in another ward's outputs. */
const firstWard = [
  /(?<!\p{L})(?:lê chân|le chan|le_chan)/iu,
  /(?<![\p{L}\d.,])11383(?![\p{L}\d])/u,
  /161[.,]?051/,
  /05-NQ/,
  /Nguyễn Văn Tố|ca trù/i,
];
const firstCity = [/hải phòng|hai phong|hai_phong/i];

/** A tracking file of the ward: any indicator, the ward named as its people name it. */
const tracking = (ward: string, rows: readonly string[]) =>
  [
    "THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG;;;;;;",
    "Mã chỉ tiêu;Kỳ;Khu vực;Tử số;Mẫu số;Giá trị;Ghi chú",
    ...rows.map((row) => row.replace("@", ward)),
  ].join("\n");

const months = ["2026-07", "2026-08", "2026-09", "2026-10"];
const trackingRows = months.flatMap((month, index) => [
  `GOV_ON_TIME;${month};@;${480 + index};500;;`,
  `INNO_ONLINE;${month};@;${300 + index};500;;`,
]);

/** People of each neighbourhood and how many are insured, small enough for nothing to be a code. */
const people = (areas: readonly TextRow[]) =>
  areas.map(({ name = "" }, index) => ({ name, all: 1000 + index, insured: 930 + index }));

/** How offices of a commune head the column of its parts. */
const headingOf = (commune: string) => (/^xã /i.test(commune) ? "Thôn" : "Tổ dân phố");

/** The social insurance office's form by neighbourhood, as .xlsx. */
function insurance(commune: string, areas: readonly TextRow[]): Uint8Array {
  const rows = people(areas).map(({ name, all, insured }, index) => [
    index + 1,
    name,
    all,
    insured,
  ]);
  const total = (key: "all" | "insured") => people(areas).reduce((sum, row) => sum + row[key], 0);
  const sheet = utils.aoa_to_sheet([
    [`BHXH CƠ SỞ ${commune.toUpperCase()}`],
    ["TỔNG HỢP TÌNH HÌNH THAM GIA BẢO HIỂM Y TẾ"],
    ["(Số liệu tính đến ngày 31/10/2026)"],
    ["STT", headingOf(commune), "Dân số", "Số người tham gia BHYT"],
    ...rows,
    ["", `Toàn ${commune}`, total("all"), total("insured")],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "T10");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

/** The police's form by neighbourhood, as .csv. */
function population(commune: string, areas: readonly TextRow[]): string {
  const rows = people(areas).map(({ name, all }) => `${name};300;${all};20;10`);
  return [
    `CÔNG AN ${commune.toUpperCase()};;;;`,
    "THỐNG KÊ HỘ KHẨU, NHÂN KHẨU;;;;",
    "(Tính đến ngày 31/10/2026);;;;",
    `Tên ${headingOf(commune).toLowerCase()};Số hộ;Nhân khẩu thường trú;Tạm trú;Tạm vắng`,
    ...rows,
  ].join("\n");
}

/** Puts the offices' files into the inbox and runs everything that makes something. */
function runAll(project: WardProject, ward: string): string {
  writeFileSync(join(project.inbox, "Theo doi 05.11.2026.csv"), tracking(ward, trackingRows));
  const areas = areasOf(project).filter(({ level }) => level === "neighbourhood");
  writeFileSync(join(project.inbox, "bhyt 2026-11-05.xlsx"), insurance(ward, areas));
  writeFileSync(join(project.inbox, "nhan khau 2026-11-05.csv"), population(ward, areas));
  const papers = join(project.folder, "papers");
  project.run("refresh", ["--as-of", "2026-11-10"], [0, 4]);
  project.run("report", ["--period", "2026", "--draft", "--out", papers]);
  project.run("template", ["--out", join(papers, "template.xlsx")]);
  return papers;
}

const home = ({ folder }: WardProject) => join(folder, "data");

async function valuesOf(project: WardProject): Promise<TextRow[]> {
  const sql = `select indicator_id, area_id, value::varchar as value from marts.fct_observations
    where period_end = date '2026-10-31' order by all`;
  return (await withPublished(home(project), (ask) => ask(sql))) as TextRow[];
}

/** The pages, without the models' documentation that dbt makes. */
const pagesOf = (project: WardProject, edition: "site" | "site-public") =>
  globSync("**/*.html", { cwd: join(home(project), edition), exclude: ["models"] }).map(
    (name) => [name, readFileSync(join(home(project), edition, name), "utf8")] as const,
  );

describe("another ward: 30 named neighbourhoods, other units, two sections fewer", () => {
  const project = copyProject();
  let outputs: Map<string, string>;

  beforeAll(async () => {
    const names = Array.from({ length: 30 }, (_, n) => `Tổ dân phố ${named(n)}`);
    writeFileSync(join(project.folder, "names.txt"), `\uFEFF${names.join("\r\n")}\r\n`);
    project.run("new_ward", ["Phường Hạc Thành", "--neighbourhoods", "names.txt"]);
    const isLeft = ({ section_id = "" }: TextRow) =>
      section_id === "2.1.7" || section_id === "2.1.8";
    const gone = new Set<string | undefined>();
    project.decide("indicators", (rows) => {
      for (const row of rows.filter(isLeft)) gone.add(row["indicator_id"]);
      return [...rows.filter((row) => !isLeft(row)), tonnes(rows)];
    });
    project.decide("sections", (rows) => rows.filter((row) => !isLeft(row)));
    project.decide("targets", (rows) => [
      ...rows.filter(({ indicator_id }) => !gone.has(indicator_id)),
      { ...rows[1], indicator_id: "ENV_TONNES", operator: "ge", target_value: "900" },
    ]);
    project.decide("programme", ([row]) => [
      { ...row, last_year: "2032", first_shown_year: "2025" },
    ]);
    trackingRows.push(...months.map((month, index) => `ENV_TONNES;${month};@;;;${70 + index};`));
    outputs = await outputsOf(home(project), runAll(project, "Phường Hạc Thành"));
  }, 600_000);

  it("puts aside what was the first ward's", () => {
    const [aside = ""] = readdirSync(home(project)).filter((name) => name.startsWith("before-"));
    const kept = readdirSync(join(home(project), aside)).sort();
    expect(kept).toEqual(["programme", "reference", "sample"]);
    expect(existsSync(join(home(project), "sample"))).toBe(false);
  });

  it("shows nothing of the first ward in pages, downloads, papers and warehouse", () => {
    expect(outputs.size).toBeGreaterThan(300);
    expect(placesOf([...firstWard, ...firstCity], outputs)).toEqual([]);
  });

  it("is called by its own names everywhere", () => {
    const heads = [...pagesOf(project, "site"), ...pagesOf(project, "site-public")].map(
      ([name, page]) => [name, /<strong>(.*?)<\/strong>/.exec(page)?.[1]] as const,
    );
    for (const [name, head] of heads)
      expect(head, name).toBe(name.startsWith("en/") ? "Hạc Thành ward" : "Phường Hạc Thành");
    const paper = textWith(outputs, "papers/bao_cao_2026.docx!word/document.xml");
    expect(paper).toContain("PHƯỜNG HẠC THÀNH");
    expect(paper).toContain("Đảng ủy phường Hạc Thành");
    expect(textWith(outputs, "template.xlsx!xl/sharedStrings.xml")).toContain("Phường Hạc Thành");
  });

  it("has its own years", () => {
    expect(textWith(outputs, "site/index.html")).toContain("2026–2032");
    expect(textWith(outputs, "site/index.html")).toContain("2025 → 2032");
    expect(textWith(outputs, "site/method.html")).toContain("đến hết năm 2032");
    expect(textWith(outputs, "template.xlsx!xl/sharedStrings.xml")).toContain("2032-Q4");
  });

  it("counts in its own unit and has no page of a section that it left out", () => {
    expect(textWith(outputs, "site/indicators/env_tonnes.html")).toContain(
      "<b>286</b> <span>tấn</span>",
    );
    expect([...outputs.keys()].filter((place) => /school_model|youth_/i.test(place))).toEqual([]);
  });

  it("has the figures that its offices sent", async () => {
    const values = await valuesOf(project);
    expect(values).toContainEqual({
      indicator_id: "ENV_TONNES",
      area_id: "hac_thanh",
      value: "73.0",
    });
    expect(values).toContainEqual({
      indicator_id: "GOV_ON_TIME",
      area_id: "hac_thanh",
      value: "96.6",
    });
  });

  it("knows its neighbourhoods by their names", async () => {
    const covered = (await valuesOf(project)).filter(
      ({ indicator_id }) => indicator_id === "HI_COVERAGE",
    );
    expect(covered).toHaveLength(31);
    expect(covered).toContainEqual({
      indicator_id: "HI_COVERAGE",
      area_id: "hac_thanh_01",
      value: "93.0",
    });
    expect(textWith(outputs, "site/indicators/hi_coverage.html")).toContain("Tổ Bình Minh");
  });
});

describe("a rural commune with thôn", () => {
  const project = copyProject();
  let outputs: Map<string, string>;

  beforeAll(async () => {
    const names = ["Thôn Đông", "Thôn Đoài", "Thôn Thượng", "Thôn Hạ", "Thôn Trung", "Thôn 6"];
    writeFileSync(join(project.folder, "names.txt"), names.join("\n"));
    project.run("new_ward", ["21109", "--neighbourhoods", "names.txt"]);
    const papers = runAll(project, "Xã Đông Sơn");
    outputs = await outputsOf(home(project), papers);
  }, 600_000);

  it("shows nothing of the first ward in pages, downloads, papers and warehouse", () => {
    expect(outputs.size).toBeGreaterThan(300);
    expect(placesOf([...firstWard, ...firstCity], outputs)).toEqual([]);
  });

  it("speaks of a commune and its thôn, not of a ward and its tổ dân phố", () => {
    const pages = [...pagesOf(project, "site"), ...pagesOf(project, "site-public")];
    const vietnamese = new Map(pages.filter(([name]) => !name.startsWith("en/")));
    expect(placesOf([/tổ dân phố|(?<!\p{L})phường(?!\p{L})/iu], vietnamese)).toEqual([]);
    expect(textWith(outputs, "site/glossary.html")).toContain("<dt>Thôn</dt>");
    expect(textWith(outputs, "site/en/index.html")).toContain("Đông Sơn commune");
    const paper = textWith(outputs, "papers/bao_cao_2026.docx!word/document.xml");
    expect(paper).toContain("XÃ ĐÔNG SƠN");
    expect(placesOf([/(?<!\p{L})phường(?!\p{L})/iu], new Map([["paper", paper]]))).toEqual([]);
  });

  it("has the figures that its offices sent", async () => {
    const values = await valuesOf(project);
    expect(values).toContainEqual({
      indicator_id: "GOV_ON_TIME",
      area_id: "dong_son",
      value: "96.6",
    });
  });

  it("knows its thôn by their names", async () => {
    const covered = (await valuesOf(project)).filter(
      ({ indicator_id }) => indicator_id === "HI_COVERAGE",
    );
    expect(covered).toHaveLength(7);
  });
});

/** A name of its own for each of 30 neighbourhoods. */
function named(n: number): string {
  const first = ["Bình", "An", "Phú", "Tân", "Đông", "Nam"];
  const second = ["Minh", "Thắng", "Lợi", "Hưng", "Sơn"];
  return `${first[n % 6]} ${second[Math.floor(n / 6)]}`;
}

/** Waste collected, weighed. */
function tonnes(rows: readonly TextRow[]): TextRow {
  const school = rows.find(({ indicator_id }) => indicator_id === "HOUSING_UNITS");
  return {
    ...Object.fromEntries(Object.keys(school ?? {}).map((column) => [column, ""])),
    ...{ indicator_id: "ENV_TONNES", sort_order: "75", section_id: "2.1.5" },
    ...{ title_vi: "Rác thu gom", title_en: "Waste collected" },
    ...{ unit: "tonnes", unit_vi: "tấn", unit_en: "tonnes", kind: "reported", direction: "up" },
    ...{ lower_bound: "0", frequency: "month", decimals: "0", visibility: "public", scale: "1" },
    ...{ agency_id: "economy_infrastructure_division", temporal_aggregation: "sum" },
    ...{ definition_vi: "Khối lượng rác thu gom.", definition_en: "Weight of waste collected." },
    ...{ formula_vi: "Giá trị báo cáo", formula_en: "Value reported", disclosure: "none" },
  };
}

function textWith(outputs: ReadonlyMap<string, string>, end: string): string {
  const found = [...outputs].find(([place]) => place.endsWith(end));
  if (!found) throw new Error(`no such output: ${end}`);
  return found[1];
}
