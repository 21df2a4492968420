import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../dashboards/main.ts";
import { emptyRows, type FixtureRows, fixtureRows, writeWarehouse } from "./fixture.ts";
import { filesIn, pagesIn, parseStrictly, readText, visibleText } from "./outputs.ts";

const folder = mkdtempSync(join(tmpdir(), "site-"));
const now = new Date("2026-11-23T19:14:00Z");
const out = join(folder, "site");

beforeAll(() => build("site", fixtureRows()));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the overview", () => {
  test("says what is red first, then each section with value, path, target, chance, status", () => {
    const page = visibleText(out, "index.html");
    expect(page).toContain("Một chỉ tiêu chậm lộ trình, một có nguy cơ");
    expect(page).toContain("Số liệu đến 31/10/2026 · cập nhật lúc 02:14 24/11/2026");
    expect(page).toContain(
      "Tỷ lệ bao phủ bảo hiểm y tế 95,3 % tháng 10/2026 +0,1 điểm so kỳ trước 95,9 > 98% đến 31/12/2030",
    );
    expect(page).toMatch(/> 98% đến 31\/12\/2030 34% Có nguy cơ/);
    expect(page).toContain(
      "Căn nhà ở xã hội 310 căn quý III/2026 +200 căn so kỳ trước 283 ≥ 1.700 căn đến 31/12/2030",
    );
    expect(page).toContain("giảm không giao chỉ tiêu");
  });

  test("puts the section with something off track before the others, the unknown last", () => {
    const order = [...readText(out, "index.html").matchAll(/<tbody id="s([\d-]+)"/g)].map(
      ([, id]) => id,
    );
    expect(order).toEqual(["2-1-6", "2-1-9", "2-1-10", "2-1-11"]);
  });

  test("has an English twin with the same numbers", () => {
    const page = visibleText(out, "en/index.html");
    expect(page).toContain("One off track, one at risk");
    expect(page).toContain(
      "Health insurance coverage 95.3 % Oct 2026 +0.1 points on the period before 95.9 > 98% by 31 Dec 2030",
    );
    expect(page).not.toMatch(/chỉ tiêu|lộ trình|Khả năng/);
  });
});

describe("an indicator's page", () => {
  test("carries message, parts, pace, definition, sources to the cell, revisions and warnings", () => {
    const page = visibleText(out, "indicators/hi_coverage.html");
    expect(page).toContain(
      "chậm 0,6 điểm so với lộ trình, chưa chắc kịp: khả năng 34%; cần thêm khoảng 1.100 người mỗi năm",
    );
    expect(page).toContain("153.482 trên 161.051");
    expect(page).toContain("Cần mỗi năm +1.100 người +0,7 điểm");
    expect(page).toContain("Dự báo 31/12/2030 97,4% 80%: 96,6 – 98,2");
    expect(page).toContain("Định nghĩa của Tỷ lệ bao phủ bảo hiểm y tế");
    expect(page).toContain("Tử số BHYT tong hop T10.2026.xlsx T10!D9:D93");
    expect(page).toContain("tháng 8/2026 95,02 95,19 02/10/2026 đơn vị gửi lại");
    expect(page).toContain("Tổng các tổ là 153.480, dòng Tổng cộng ghi 153.490.");
    expect(page).toContain("Số đã công bố để so sánh: Cả nước");
    expect(page).toContain("Năm 2025 95,2");
  });

  test("shows neighbourhoods lowest first and leaves out the one with a count under ten", () => {
    const page = readText(out, "indicators/hi_coverage.html");
    const shown = [...page.matchAll(/<span class="area"><a href="#area=[\w-]+">(Tổ \d+)</g)].map(
      ([, name]) => name,
    );
    expect(shown).toHaveLength(20);
    expect(shown.slice(0, 2)).toEqual(["Tổ 1", "Tổ 2"]);
    expect(shown).not.toContain("Tổ 21");
    expect(visibleText(out, "indicators/hi_coverage.html")).toContain(
      "1 tổ có số đếm dưới 10 (ghi là <10)",
    );
  });

  test("never shows police figures by neighbourhood, nor does its download", () => {
    const page = readText(out, "indicators/drug_addicts.html");
    expect(page).toContain("442");
    expect(page).not.toMatch(/Tổ \d|Tổ dân phố \d/);
    expect(page).toContain("Không nêu theo tổ dân phố: số đếm nhỏ, dễ nhận ra người.");
    for (const any of pagesIn(out))
      expect(readText(out, any)).not.toMatch(/lên 3 người|to 3 addicts/);
    const csv = readText(out, "data/drug_addicts.csv");
    expect(csv).toContain("le_chan,");
    expect(csv).not.toContain("le_chan_tdp");
    expect(readText(out, "data/hi_coverage.csv")).not.toContain("le_chan_tdp_21");
  });

  test("says so where there is nothing yet", () => {
    expect(visibleText(out, "indicators/heritage_events.html")).toContain(
      "Chưa có số liệu để vẽ biểu đồ.",
    );
  });
});

test("the data page accounts for every row and names what was not believed and what is late", () => {
  const page = visibleText(out, "data.html");
  expect(page).toContain("Đã đọc 3 tệp; 1 tệp không nhận, 1 ô không nhận, 1 nguồn chậm");
  expect(page).toContain("191 dòng đã đọc = 169 nhận + 1 loại + 21 bỏ qua");
  expect(page).toContain("BHYT tong hop T10.2026.xlsx T10!F17 ngày 31/02/2026");
  expect(page).toContain("Không nhận Tệp có mật khẩu; hãy lưu lại không mật khẩu.");
  expect(page).toContain("Quản lý ma túy Chậm");
});

test("the data page asks what only a person can decide, and says where to answer", () => {
  const page = visibleText(out, "data.html");
  expect(page).toContain("1 câu hỏi chờ trả lời");
  expect(page).toContain(
    "BHYT tong hop T10.2026.xlsx T10!G8 Cột ghi “Thẻ còn hạn” là cột nào của biểu “Tổng hợp BHYT”? 1490 · 1502",
  );
  expect(page).toContain("Trả lời trong sổ của npm run questions");
  expect(readText(out, "data.html")).toContain('<a href="#questions">Xem 1 câu hỏi');
  expect(visibleText(out, "en/data.html")).toContain("Questions that wait for an answer: 1");
});

describe("the sample banner", () => {
  test("stands on pages that rest on sample data and on no other", () => {
    const banner = (page: string) => readText(out, page).includes('<aside class="sample"');
    expect(banner("index.html")).toBe(true);
    expect(banner("indicators/hi_coverage.html")).toBe(true);
    expect(banner("en/indicators/si_coverage.html")).toBe(true);
    expect(banner("indicators/housing_units.html")).toBe(false);
    expect(banner("indicators/heritage_events.html")).toBe(false);
  });

  test("is gone from the overview when every row is real", async () => {
    const rows = fixtureRows();
    const real = (list: Record<string, unknown>[]) =>
      list.map((row) => ({ ...row, is_sample: false }));
    const ownRows = {
      ...rows,
      observations: real(rows.observations),
      explanations: real(rows.explanations),
      files: real(rows.files),
    };
    const folder = await build("real", ownRows, false);
    for (const page of pagesIn(folder))
      expect(readText(folder, page)).not.toContain('class="sample"');
  });
});

test("an empty warehouse gives a page that says what to do", async () => {
  const folder = await build("empty", emptyRows(), false);
  const page = visibleText(folder, "index.html");
  expect(page).toContain("Chưa có số liệu nào");
  expect(page).toContain("Chạy lệnh npm run refresh.");
  expect(page).toContain("Căn nhà ở xã hội");
});

test("every link leads to a file of the site, every id is single, every picture is strict XML", () => {
  for (const page of pagesIn(out)) {
    const source = readText(out, page);
    const ids = [...source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, address = ""] of source.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const [path = "", fragment] = address.split("#");
      const target = path === "" ? join(out, page) : resolve(out, dirname(page), path);
      expect(existsSync(target), `${page}: ${address}`).toBe(true);
      if (fragment) expect(readFileSync(target, "utf8")).toContain(` id="${fragment}"`);
    }
    for (const [svg] of source.matchAll(/<svg .*?<\/svg>/gs)) parseStrictly(svg);
  }
});

test("no page has a script of its own, an inline style or a word that was never filled in", () => {
  for (const page of pagesIn(out)) {
    const source = readText(out, page);
    expect(source).toContain("default-src &#39;none&#39;; script-src &#39;self&#39;;");
    expect(source).toMatch(/<script src="(?:\.\.\/)*assets\/site\.js" defer><\/script>/);
    expect(withoutScriptFile(source)).not.toMatch(/<script|<style| style=| on\w+="/i);
    expect(source).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("the same warehouse and clock give the same bytes", async () => {
  const again = await build("again", fixtureRows());
  for (const file of filesIn(out)) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(out, file))), file).toBe(true);
  }
  expect(filesIn(again)).toEqual(filesIn(out));
});

test("a build that fails leaves the old site whole and nothing beside it", async () => {
  const home = join(folder, "kept");
  mkdirSync(join(home, "site"), { recursive: true });
  writeFileSync(join(home, "site/index.html"), "the last good one");
  const rows = fixtureRows();
  await writeWarehouse(join(home, "w.duckdb"), {
    ...rows,
    progress: rows.progress.map((row) => ({ ...row, reason_code: "moon" })),
  });
  await expect(
    buildSite({ warehouse: join(home, "w.duckdb"), out: join(home, "site"), now }),
  ).rejects.toThrow("unknown reason code: moon");
  expect(readFileSync(join(home, "site/index.html"), "utf8")).toBe("the last good one");
  expect(readdirSync(home).toSorted()).toEqual(["site", "w.duckdb"]);
});

test("a missing warehouse is named", async () => {
  await expect(buildSite({ warehouse: "/nowhere.duckdb", out, now })).rejects.toThrow(
    "no warehouse to read: /nowhere.duckdb",
  );
});

async function build(name: string, rows: FixtureRows, hasPng = true): Promise<string> {
  const warehouse = join(folder, `${name}.duckdb`);
  const site = join(folder, name);
  rmSync(warehouse, { force: true });
  await writeWarehouse(warehouse, rows);
  await buildSite({ warehouse, out: site, now, has_png: hasPng });
  return site;
}

/** The page without the one line that names the pages' script. */
function withoutScriptFile(source: string): string {
  return source.replace(/<script src="(?:\.\.\/)*assets\/site\.js" defer><\/script>/, "");
}
