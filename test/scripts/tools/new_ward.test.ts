import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgramme, programmeFolder } from "../../../ingest/programme/programme.ts";
import { root } from "../../../lib/store/home.ts";
import { findCommune, readCommunes } from "../../../scripts/tools/ward/communes.ts";
import { readNeighbourhoods } from "../../../scripts/tools/ward/neighbourhood_list.ts";
import { type Change, newProgramme } from "../../../scripts/tools/ward/new_programme.ts";
import {
  fileOf,
  type ProgrammeTextTables,
  readCsvTable,
  readProgrammeTables,
} from "../../../scripts/tools/ward/text_tables.ts";
import { whatIsMissing } from "../../../scripts/tools/ward/todo.ts";
import { draftProgramme, mustBeFree } from "../../../scripts/tools/ward/write_programme.ts";
import { runScript } from "../project.ts";

const communes = readCommunes(root);
const base = await readProgrammeTables();
const changes = readCsvTable(join(root, "data", "new_ward.csv")).rows as unknown as Change[];

function listFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "new-ward-")), "names.txt");
  writeFileSync(path, text);
  return path;
}

/** Every cell of every row, those that were never filled too. */
const whole = (tables: ProgrammeTextTables) =>
  Object.entries(tables).map(([name, { columns, rows }]) => [
    name,
    rows.map((row) => columns.map((column) => row[column] ?? "")),
  ]);

describe("the official list", () => {
  it("has every commune once", () => {
    expect(communes).toHaveLength(3321);
    expect(new Set(communes.map(({ code }) => code)).size).toBe(3321);
  });

  it("finds a commune by code, by name, by a name without marks", () => {
    expect(findCommune(communes, "11407").name).toBe("Phường An Biên");
    expect(findCommune(communes, "Phường Hạc Thành").code).toBe("14797");
    expect(findCommune(communes, "hac thanh").code).toBe("14797");
    expect(findCommune(communes, "Phường An Biên").code).toBe("11407");
  });

  it("asks back where a name is not the only one or there is none", () => {
    expect(() => findCommune(communes, "Đông Sơn")).toThrow(/16378.*21109/);
    expect(() => findCommune(communes, "11408")).toThrow(/nearest: 11407 Phường An Biên/);
    expect(() => findCommune(communes, "Hac Thang")).toThrow(/nearest: .*14797/);
  });
});

describe("neighbourhoods", () => {
  const ward = findCommune(communes, "11407");
  const rural = findCommune(communes, "21109");

  it("are numbered as the kind of commune calls them", () => {
    expect(readNeighbourhoods("2", ward)).toEqual([
      { name: "Tổ dân phố 1", name_en: "Neighbourhood 1" },
      { name: "Tổ dân phố 2", name_en: "Neighbourhood 2" },
    ]);
    expect(readNeighbourhoods("1", rural)).toEqual([{ name: "Thôn 1", name_en: "Village 1" }]);
  });

  it("are named by a file, with their kind or without", () => {
    const path = listFile("\uFEFFThôn Đông\r\n\r\nTân Tiến\r\nXóm số 3\r\n");
    expect(readNeighbourhoods(path, rural)).toEqual([
      { name: "Thôn Đông", name_en: "Đông Village" },
      { name: "Thôn Tân Tiến", name_en: "Tân Tiến Village" },
      { name: "Xóm số 3", name_en: "Hamlet 3" },
    ]);
  });

  it("get no second kind where the file writes it short", () => {
    const path = listFile("TDP 1\ntdp số 2\nTDP.3\nTổ 4\nTổ  dân phố 5\nKP 6\nxóm Đình\nTổ Lan\n");
    expect(readNeighbourhoods(path, ward).map(({ name }) => name)).toEqual([
      "Tổ dân phố 1",
      "Tổ dân phố số 2",
      "Tổ dân phố 3",
      "Tổ dân phố 4",
      "Tổ dân phố 5",
      "Khu phố 6",
      "Xóm Đình",
      "Tổ dân phố Lan",
    ]);
  });

  it("are refused where one is given twice by two ways to write it", () => {
    expect(() => readNeighbourhoods(listFile("TDP 5\nTổ dân phố 5\n"), ward)).toThrow(
      "Tổ dân phố 5",
    );
  });

  it("are not none", () => {
    const { status, stderr } = runScript("new_ward", ["11407", "--neighbourhoods", "0"], tmpdir());
    expect(status).toBe(2);
    expect(stderr).toContain('found "0"');
    expect(() => readNeighbourhoods(listFile("\r\n\r\n"), ward)).toThrow("holds no name");
  });

  it("are refused where one is given twice or the file is not there", () => {
    expect(() => readNeighbourhoods(listFile("Thôn Đông\nthôn đông\n"), rural)).toThrow(
      "thôn đông",
    );
    expect(() => readNeighbourhoods("no such file", rural)).toThrow("30");
  });
});

describe("the programme of another commune", () => {
  const rural = findCommune(communes, "21109");
  const made = newProgramme(base, changes, rural, readNeighbourhoods("6", rural));

  it("has its own country, province, commune and thôn", () => {
    const shown = made.areas.rows.map(({ area_id, name, parent_area_id }) =>
      [area_id, name, parent_area_id ?? ""].join(" < "),
    );
    expect(shown.slice(0, 4)).toEqual([
      "vn < Cả nước < ",
      "quang_ngai < Tỉnh Quảng Ngãi < vn",
      "dong_son < Xã Đông Sơn < quang_ngai",
      "dong_son_01 < Thôn 1 < dong_son",
    ]);
    expect(made.areas.rows).toHaveLength(9);
  });

  it("says xã and thôn where the shipped one says phường and tổ dân phố, and leaves other words", () => {
    const agencies = new Map(made.agencies.rows.map((row) => [row["agency_id"], row["name_vi"]]));
    expect(agencies.get("ward_people_committee")).toBe("Ủy ban nhân dân xã Đông Sơn");
    expect(agencies.get("fatherland_front")).toBe("Ủy ban Mặt trận Tổ quốc Việt Nam xã");
    expect(agencies.get("culture_society_division")).toBe("Phòng Văn hóa - Xã hội xã");
    const drugs = made.indicators.rows.find((row) => row["indicator_id"] === "DRUG_FREE_AREAS");
    expect(drugs?.["title_vi"]).toBe("Thôn không có điểm nóng ma túy");
    expect(drugs?.["counted_en"]).toBe("villages");
  });

  it("leaves open what only the ward can decide", () => {
    const levels = made.targets.rows.flatMap((row) =>
      row["target_value"] ? [[row["indicator_id"], row["target_value"]]] : [],
    );
    expect(levels).toEqual([["HEALTH_STATION", "80"]]);
    const own = [made.breaks, made.area_crosswalk, made.lessons].flatMap(({ rows }) => rows);
    expect(made.corrections.rows.concat(own)).toEqual([]);
    expect(whatIsMissing(made).join("\n")).toContain("14 chỉ tiêu chưa có mức phải đạt");
  });

  it("names what the former ward decided in each target, and the words of papers", () => {
    const told = whatIsMissing(made).join("\n");
    expect(told).toContain("đang theo chương trình của phường trước: xem lại");
    for (const row of made.targets.rows)
      expect(told).toContain(
        `${row["indicator_id"]}: due_date ${row["due_date"]}, operator ${row["operator"]}, cadence ${row["cadence"]}, target_type ${row["target_type"]}`,
      );
    expect(told).toMatch(/papers\.csv: .*subject và programme .* subject and programme /);
    const none = { ...made, targets: { ...made.targets, rows: [] } };
    expect(whatIsMissing(none).join("\n")).not.toContain("phường trước");
  });

  it("is written as Vietnamese Excel opens it, and read again it says the same", async () => {
    const draft = await draftProgramme(made, join(mkdtempSync(join(tmpdir(), "new-ward-")), "p"));
    const areas = readFileSync(join(draft, "areas.csv"), "utf8");
    expect(areas.slice(0, 14)).toBe("\uFEFFarea_id;code;");
    expect(whole(await readProgrammeTables(draft))).toEqual(whole(made));
    const { tables: read } = await loadProgramme(draft);
    const drugs = read.get("indicators")?.find((row) => row["indicator_id"] === "DRUG_FREE_AREAS");
    expect(drugs?.["area_ratio_limit"]).toBe(0.5);
    expect(readFileSync(join(draft, "indicators.csv"), "utf8")).toContain(";0,5;");
    const tables = Object.entries(made).map(([name, { columns }]) => [
      name,
      { columns, rows: readCsvTable(join(draft, fileOf(name))).rows },
    ]);
    expect(whole(Object.fromEntries(tables))).toEqual(whole(made));
  });

  it("is not written where its own reader refuses it", async () => {
    const out = join(mkdtempSync(join(tmpdir(), "new-ward-")), "p");
    const [first = {}, ...others] = made.areas.rows;
    const broken = { ...first, name: "Cáº£ nÆ°á»›c" };
    const refused = { ...made, areas: { ...made.areas, rows: [broken, ...others] } };
    await expect(draftProgramme(refused, out)).rejects.toThrow(
      /chưa thay đổi gì.*\nareas\.csv: chữ vỡ ở 1 ô/,
    );
    expect(existsSync(`${out}.new`)).toBe(false);
  });

  it("starts the next one too: from a commune back to a ward", () => {
    const ward = findCommune(communes, "14797");
    const next = newProgramme(made, changes, ward, []);
    const agencies = new Map(next.agencies.rows.map((row) => [row["agency_id"], row["name_vi"]]));
    expect(agencies.get("culture_society_division")).toBe("Phòng Văn hóa - Xã hội phường");
    expect(next.programme.rows[0]).toMatchObject({
      ward_id: "hac_thanh",
      neighbourhood_vi: "Tổ dân phố",
    });
  });

  it("is refused where a name of the former ward would be left", () => {
    const short = changes.filter(({ key }) => key !== "ward_party_committee");
    expect(() => newProgramme(base, short, rural, [])).toThrow(
      "agencies.csv: ward_party_committee.name_vi",
    );
  });

  it("may have a neighbourhood of the former ward's name", () => {
    const parts = readNeighbourhoods(listFile("Thôn Lê Chân\nThôn Hải Phòng\n"), rural);
    const named = newProgramme(base, changes, rural, parts).areas.rows.map(({ name }) => name);
    expect(named.slice(-2)).toEqual(["Thôn Lê Chân", "Thôn Hải Phòng"]);
  });

  it("never writes over a folder that holds something", () => {
    expect(() => mustBeFree(programmeFolder)).toThrow(/folder holds files already/);
  });
});

it("ends with 2 and the nearest for a code that is not in the list", () => {
  const { status, stderr } = runScript("new_ward", ["99999"], tmpdir());
  expect(status).toBe(2);
  expect(stderr).toContain("nearest:");
});
