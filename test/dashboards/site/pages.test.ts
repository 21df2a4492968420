import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { read as readWorkbook, utils } from "@e965/xlsx";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../../dashboards/main.ts";
import {
  contentPolicy,
  modelDocsPolicy,
  serverHeaders,
} from "../../../dashboards/reading/markup/headers.ts";
import { writeWarehouse } from "../fixture.ts";
import { parseStrictly, visibleText as wordsOf } from "../outputs.ts";
import { en, vi } from "../texts.ts";

const folder = mkdtempSync(join(tmpdir(), "pages-"));
const out = join(folder, "site");
const now = new Date("2026-11-23T19:14:00Z");

beforeAll(async () => {
  await writeWarehouse(join(folder, "w.duckdb"));
  const times = { started_at: "2026-11-23T19:00:00Z", finished_at: "2026-11-23T19:00:41Z" };
  const steps = [
    { name: "Đọc tệp · reading files", seconds: 6.1, status: "done" },
    { name: "Dựng trang · building pages", seconds: 30.2, status: "done" },
  ];
  const counts = { files_landed: 2, files_refused: 1, rows_landed: 169, rows_rejected: 1 };
  const unknown = {
    files_landed: null,
    files_refused: null,
    rows_landed: null,
    rows_rejected: null,
  };
  const runs = [
    { run_id: "b", command: "nightly", ...times, exit_code: 4, steps, ...counts },
    { run_id: "a", command: "refresh", ...times, exit_code: 1, steps: [], ...unknown },
  ];
  await buildSite({ warehouse: join(folder, "w.duckdb"), out, now, runs });
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the overview says what changed since the last report, and lists each change in a fold", () => {
  const page = words("index.html");
  expect(page).toContain(
    "Từ báo cáo quý III/2026 (số 45/BC-UBND, ngày 12/10/2026): 1 chỉ tiêu đổi đánh giá: tỷ lệ bao phủ bảo hiểm y tế từ đúng lộ trình sang có nguy cơ. 3 chỉ tiêu có số mới: 2 tốt lên, 1 lần đầu có số. Số kỳ trước được sửa ở 1 chỉ tiêu: tỷ lệ bao phủ bảo hiểm y tế.",
  );
  expect(page).toContain("Từng chỉ tiêu đã đổi (3)");
  expect(page).toContain(
    "1 số kỳ trước được sửa 95,2 tháng 9/2026 95,3 tháng 10/2026 +0,1 điểm Đúng lộ trình → Có nguy cơ",
  );
  expect(words("en/index.html")).toContain(
    "Since the report of Q3 2026 (no. 45/BC-UBND, 12 Oct 2026): 1 indicators changed status",
  );
});

test("a unit's page lists what it answers for with reasons, targets, deadlines, and its forms", () => {
  const page = words("units/health_office.html");
  expect(page).toContain(
    "Phòng Văn hóa - Xã hội chịu trách nhiệm 2 chỉ tiêu: 1 chậm lộ trình, 1 có nguy cơ",
  );
  expect(page).toContain("> 98% đến 31/12/2030 31/12/2030 còn 4,1 năm");
  expect(page).toContain("Đơn vị này không phải gửi biểu nào.");
  expect(words("units/ward_police.html")).toContain(
    "Quản lý ma túy Chậm Công an phường hằng tháng",
  );
  expect(words("units.html")).toMatch(/Phòng Văn hóa - Xã hội 2 1 chậm lộ trình, 1 có nguy cơ/);
});

test("a unit's page lists the requests that wait for its answer, what is due first at the top", () => {
  expect(words("units/health_office.html")).toContain(
    "Yêu cầu giải trình chưa trả lời Chỉ tiêu Kỳ Yêu cầu Ngày yêu cầu Hạn trả lời Tỷ lệ tham gia bảo hiểm xã hội tháng 10/2026 Vì sao số của 2026-10 chậm? Nguồn: Yeu cau.xlsx · Theo dõi!I9 05/11/2026 10/11/2026 Quá hạn trả lời Biểu số liệu",
  );
  expect(words("units/housing_office.html")).toMatch(
    /chưa trả lời .* Căn nhà ở xã hội quý II\/2026 .* 05\/07\/2026 không ghi hạn Biểu/,
  );
  expect(words("units/ward_police.html")).toContain("05/10/2026 10/10/2026 Biểu số liệu");
});

test("a section's page carries its promise, its indicators and its neighbours", () => {
  const page = words("sections/2.1.6.html");
  expect(page).toContain("Chăm sóc sức khỏe toàn dân, toàn diện: 1 chậm lộ trình, 1 có nguy cơ");
  expect(page).toContain("Cam kết về Chăm sóc sức khỏe toàn dân, toàn diện");
  expect(page).toContain("Nội dung sau 2.1.9 Nhà ở xã hội chủ nghĩa");
  expect(page).not.toContain("Nội dung trước");
});

describe("an indicator's page", () => {
  test("says in a table what each pace leads to", () => {
    const page = words("indicators/hi_coverage.html");
    expect(page).toContain("giữ nguyên 95,3% chưa đạt trước 2041");
    expect(page).toContain("thêm 1.200 người 98,4% đạt vào khoảng quý II/2032");
    expect(page).toContain(
      "Bắt đầu từ Cần mỗi năm 31/10/2026 thêm 1.200 người 01/01/2027 thêm 1.400 người",
    );
  });

  test("says how right projections were, and what published methods say instead", () => {
    const page = words("indicators/hi_coverage.html");
    expect(page).toContain("Thử lại tại 34 thời điểm đã qua");
    expect(page).toContain("Sai số nhỏ hơn 12% so với cách đoán đơn giản nhất");
    expect(page).toContain("Khoảng dự báo 80% đã chứa 79% số thật.");
    expect(page).toContain("giữ số cuối (góp nhiều nhất) 70% 0,88 79% 94%");
    expect(page).toContain("Dự báo: giữ giá trị cuối.");
    expect(page).toContain("Tỷ số tốc độ tăng (Eurostat, Thống kê Canada) thụt lùi không");
  });

  test("shows what the lead unit was asked and says, newest first, of which period, from which cell", () => {
    const page = words("indicators/hi_coverage.html");
    expect(page).toContain(
      "Giải trình của đơn vị chủ trì Chưa có giải trình cho tháng 10/2026; dưới đây nói về kỳ trước. Tháng 9/2026",
    );
    expect(page).toContain(
      "Tháng 9/2026 Đã trả lời Yêu cầu ngày 05/10/2026, hạn trả lời 10/10/2026 Vì sao số của 2026-09 chậm? Giải trình ngày 07/10/2026 Do thiếu cán bộ (2026-09). Nguồn: Yeu cau.xlsx · Theo dõi!I7; Theo doi.xlsx · Theo dõi!L7",
    );
    expect(page).toContain(
      "Tháng 9/2026 · Tổ dân phố 3 Giải trình ngày 07/10/2026 Tổ 3 có nhiều hộ mới chuyển đến. Nguồn: Theo doi.xlsx · Theo dõi!L8",
    );
    expect(page).toMatch(
      /3 giải trình khác Tháng 9\/2026 · Tổ dân phố 3 .* Tháng 8\/2026 .* Tháng 7\/2026 /,
    );
    expect(words("en/indicators/hi_coverage.html")).toContain(
      "No explanation for Oct 2026 yet; what follows speaks of earlier periods. Sep 2026 Answered Request of 5 Oct 2026, reply due 10 Oct 2026",
    );
  });

  test("says when the reply is overdue, came before it was asked for, or that there is none", () => {
    const page = words("indicators/si_coverage.html");
    expect(page).toContain(
      "Giải trình của đơn vị chủ trì Tháng 10/2026 Quá hạn trả lời Yêu cầu ngày 05/11/2026, hạn trả lời 10/11/2026 Vì sao số của 2026-10 chậm? Nguồn",
    );
    expect(words("indicators/housing_units.html")).toContain(
      "Giải trình ngày 02/07/2026, trước khi có yêu cầu Đang làm thủ tục.",
    );
    expect(words("indicators/heritage_events.html")).toContain("Chưa có giải trình. Đơn vị");
  });

  test("shows no explanation of a neighbourhood whose figures it withholds", () => {
    const page = words("indicators/drug_addicts.html");
    expect(page).toContain("Quý III/2026 Chưa trả lời");
    expect(page).not.toContain("Do thiếu cán bộ (2026-09)");
    expect(text("data/marts/fct_explanations.arrow")).not.toContain("le_chan_tdp_04");
    expect(text("data/marts/fct_explanations.arrow")).toContain("le_chan_tdp_03");
  });

  test("marks a figure that leans on assumed shares of former wards", () => {
    const note = "ước tính, 45% quy đổi từ phường cũ theo tỷ lệ giả định";
    expect(words("indicators/hi_coverage.html").split(note)).toHaveLength(2);
  });

  test("says where the series breaks, what other populations give, and which months are unusual", () => {
    const page = words("indicators/hi_coverage.html");
    expect(page).toContain("01/10/2025: Từ đây tính cả thẻ của lực lượng vũ trang.");
    expect(text("indicators/hi_coverage.html")).toContain("01/10/2025: cách tính mới</text>");
    expect(page).toContain("Dân số hiện cư trú 163.627 93,8% −1,5 điểm");
    expect(page).toContain("tháng 7/2026 95,1% 94,2% ngoài giới hạn của từng tháng tốt lên");
    expect(words("data.html")).toContain("BHYT danh sach.xlsx mã thẻ BHYT 40 30 12");
  });

  test("tells the season of a monthly series that has one, and of no other", () => {
    expect(words("indicators/si_coverage.html")).toContain("Tháng 1 thường thấp hơn 1,1 điểm");
    expect(words("indicators/hi_coverage.html")).not.toContain("Theo tháng trong năm");
  });

  test("ranks neighbourhoods and gives their numbers", () => {
    const page = words("indicators/hi_coverage.html");
    expect(page).toContain("Từ 89,9% đến 97,5% giữa các tổ");
    expect(page).toContain("Tổ 1 89,9 89,4 +0,5 điểm");
  });
});

test("analysts find the method, the words, the way of the data and the runs", () => {
  expect(words("method.html")).toContain("1 trên 1 kết quả khác với trang này");
  expect(words("glossary.html")).toContain("Khoảng dự báo");
  expect(words("lineage.html")).toContain("2 tệp nuôi 1 chỉ tiêu");
  expect(words("lineage.html")).toContain("BHYT tong hop T10.2026.xlsx 05/11/2026 1 Tỷ lệ bao phủ");
  expect(words("runs.html")).toContain("2 lần chạy gần nhất, 1 lần không xong");
  expect(words("runs.html")).toContain(
    "02:00 24/11/2026 nightly xong, có phần không nhận hoặc nguồn chậm 41 giây Dựng trang 30 giây 2 / 1 169 / 1",
  );
  expect(words("en/data.html")).toContain("Ward Police Health insurance summary");
});

describe("the catalogue", () => {
  test("names every table with its rows, and each is a typed Arrow file", () => {
    const catalogue = JSON.parse(text("data/catalog.json"));
    const names = catalogue.tables.map(({ name }: { name: string }) => name);
    expect(names).toContain("dim_sections");
    for (const { file, rows, columns } of catalogue.tables) {
      const table = tableFromIPC(readFileSync(join(out, "data", file)));
      expect(table.numRows).toBe(rows);
      expect(table.schema.fields.map(({ name }) => name)).toEqual(
        columns.map(({ name }: { name: string }) => name),
      );
    }
  });

  test("leaves out the neighbourhoods that no page shows", () => {
    const table = tableFromIPC(readFileSync(join(out, "data/marts/fct_observations.arrow")));
    const keys = table.toArray().map((row) => `${row["indicator_id"]} ${row["area_id"]}`);
    expect(keys).toContain("HI_COVERAGE le_chan_tdp_01");
    expect(keys).not.toContain("HI_COVERAGE le_chan_tdp_21");
    expect(keys.filter((key) => key.startsWith("DRUG_ADDICTS le_chan_tdp"))).toEqual([]);
  });
});

describe("the downloads of a chart", () => {
  test("a workbook holds numbers as numbers, and says what, whence and when", () => {
    const book = readWorkbook(readFileSync(join(out, "data/hi_coverage.xlsx")));
    expect(book.SheetNames).toEqual(["Số liệu", "Nguồn"]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets["Số liệu"] ?? {});
    expect(rows[45]).toMatchObject({ area_id: "le_chan", period_end: "2026-10-31" });
    expect(rows[45]?.["value"]).toBeCloseTo(95.3, 1);
    expect(utils.sheet_to_csv(book.Sheets["Nguồn"] ?? {})).toContain(
      "refreshed_at,2026-11-23T19:14",
    );
  });

  test("a picture is strict XML with message, source and date inside, in plain colours", () => {
    const svg = text("data/hi_coverage.svg");
    parseStrictly(svg);
    expect(svg).toContain("Tỷ lệ bao phủ bảo hiểm y tế đạt 95,3%");
    expect(svg).toContain("BHYT tong hop T10.2026.xlsx");
    expect(svg).toContain("02:14 24/11/2026");
    expect(svg).not.toMatch(/var\(|what-if/);
    expect(text("data/hi_coverage-en.svg")).toContain("Health insurance coverage at 95.3%");
  });

  test("the same as PNG, with letters on it", () => {
    const png = readFileSync(join(out, "data/hi_coverage.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1216);
    expect(png.length).toBeGreaterThan(20_000);
  });
});

test("pages and script stay small", () => {
  const shared = compressed("assets/theme.css");
  expect(compressed("assets/site.js")).toBeLessThan(20_000);
  for (const page of ["index.html", "indicators/hi_coverage.html", "data.html"]) {
    expect(compressed(page) + shared, page).toBeLessThan(150_000);
  }
});

test("the sample headers for nginx and Caddy are those that npm run serve sends", () => {
  const doc = readFileSync(resolve(import.meta.dirname, "../../../docs/headers.md"), "utf8");
  for (const [name, value] of Object.entries(serverHeaders)) {
    expect(doc).toContain(`add_header ${name} "${value}" always;`);
    expect(doc).toContain(`        ${name} "${value}"\n`);
  }
  expect(doc.split(`Content-Security-Policy "${modelDocsPolicy}"`)).toHaveLength(3);
  expect(serverHeaders["Content-Security-Policy"].startsWith(contentPolicy)).toBe(true);
});

test("both languages have every text, and none is the other's", () => {
  const [own, other] = [leaves(vi), leaves(en)];
  expect([...other.keys()]).toEqual([...own.keys()]);
  for (const [key, value] of other)
    expect(value, key).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
});

/** Every text by its path; functions count by their presence. Names of places and languages aside. */
function leaves(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, isName(node) ? "" : node]]);
  if (typeof node !== "object" || node === null) return new Map([[path, ""]]);
  return new Map(
    Object.entries(node).flatMap(([key, value]) => [...leaves(value, `${path}.${key}`)]),
  );
}

function isName(words: string): boolean {
  return /Lê Chân|Hải Phòng|Tiếng Việt|English|BHYT|tổ dân phố/.test(words);
}

function text(file: string): string {
  return readFileSync(join(out, file), "utf8");
}

function compressed(file: string): number {
  return gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
}

function words(page: string): string {
  return wordsOf(out, page).replaceAll(" .", ".").replaceAll(" :", ":").replaceAll("\u00A0", " ");
}
