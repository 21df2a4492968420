import { rmSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureRows } from "../fixture.ts";
import {
  type Documents,
  paragraphsOf,
  sheetRows,
  tableOf,
  writeDocuments,
  xmlParts,
} from "./documents.ts";

describe("the report of a quarter", () => {
  let documents: Documents;
  let lines: string[];
  beforeAll(async () => {
    documents = await writeDocuments("2026-Q3");
    lines = paragraphsOf(documents.docx);
  });
  afterAll(() => rmSync(documents.folder, { recursive: true }));

  test("has the head, title and foot of an official report, with what is signed left blank", () => {
    for (const line of [
      "ỦY BAN NHÂN DÂN",
      "PHƯỜNG LÊ CHÂN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: ………/BC-UBND",
      "Hải Phòng, ngày …… tháng …… năm 2026",
      "BÁO CÁO",
      "thực hiện Nghị quyết số 05-NQ/TU, quý III năm 2026",
      "Kính gửi: Đảng ủy phường Lê Chân.",
      "Nơi nhận:",
      "- Lưu: VT.",
      "TM. ỦY BAN NHÂN DÂN",
      "CHỦ TỊCH",
    ])
      expect(lines).toContain(line);
  });

  test("says each indicator in one sentence, as it stood at the period's end", () => {
    expect(lines).toContain(
      "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95,2%, chậm 0,6 điểm so với lộ trình, chưa chắc kịp: khả năng 34%; cần thêm khoảng 1.100 người mỗi năm. Đánh giá: có nguy cơ.",
    );
    expect(lines.join("\n")).toContain("đánh giá là tại ngày 30/09/2026");
    expect(lines.join("\n")).not.toContain("tháng 10/2026");
    expect(lines).toContain("- Buổi diễn ca trù, chưa có số liệu.");
  });

  test("tells what is behind, what it needs, who answers and by when, gravest first", () => {
    const rows = tableOf(documents.docx, "TT", "Chỉ tiêu", "Còn thiếu, cần thêm").slice(1);
    expect(rows).toEqual([
      [
        "1",
        "Tỷ lệ tham gia bảo hiểm xã hội",
        "Cần thêm khoảng 3.400 người mỗi năm.",
        "Phòng Văn hóa - Xã hội",
        "31/12/2030",
      ],
      [
        "2",
        "Tỷ lệ bao phủ bảo hiểm y tế",
        "Cần thêm khoảng 1.100 người mỗi năm.\nGiải trình về tháng 9/2026, ngày 07/10/2026: Do thiếu cán bộ (2026-09).",
        "Phòng Văn hóa - Xã hội",
        "31/12/2030",
      ],
    ]);
  });

  test("gives every explanation whole in the workbook, with its days and cells", () => {
    const rows = sheetRows(documents.xlsx, "Giải trình");
    expect(rows.map((row) => row["Mã chỉ tiêu"])).toEqual([
      "HI_COVERAGE",
      "HOUSING_UNITS",
      "DRUG_ADDICTS",
    ]);
    expect(rows[0]).toMatchObject({
      "Tình trạng": "Đã trả lời",
      "Yêu cầu giải trình": "Vì sao số của 2026-09 chậm?",
      "Giải trình": "Do thiếu cán bộ (2026-09).",
      "Nguồn yêu cầu": "Yeu cau.xlsx · Theo dõi!I7",
      "Nguồn giải trình": "Theo doi.xlsx · Theo dõi!L7",
    });
  });

  test("says what to know of the data: sample, late sources, what is missing", () => {
    const text = lines.join("\n");
    expect(text).toContain(
      "- Kỳ báo cáo kết thúc ngày 30/09/2026; số liệu và đánh giá của kỳ theo tệp nhận đến ngày 05/11/2026",
    );
    expect(text).toContain("- Chưa có số nào: buổi diễn ca trù.");
    expect(text).toContain("- Nguồn gửi chậm: Quản lý ma túy (Công an phường, hạn 10/12/2026).");
    expect(text).toContain("DỮ LIỆU MẪU: số do chương trình tạo ra để minh họa");
    expect(xmlParts(documents.docx).get("word/footer1.xml")).toContain("DỮ LIỆU MẪU");
    expect(sheetRows(documents.xlsx, "Lưu ý").length).toBeGreaterThan(3);
  });

  test("holds a picture of each indicator off track or at risk, with words for it", () => {
    const names = Object.keys(unzipSync(documents.docx)).filter((name) => name.endsWith(".png"));
    const xml = xmlParts(documents.docx).get("word/document.xml") ?? "";
    expect(names).toHaveLength(2);
    expect([...xml.matchAll(/<wp:docPr id="(\d+)" name="(\w+)" descr="Biểu đồ /g)]).toHaveLength(2);
    expect(xml.indexOf("SI_COVERAGE")).toBeLessThan(xml.indexOf("HI_COVERAGE"));
  });

  test("is set as Nghị định 30/2020/NĐ-CP asks: A4, margins, Times New Roman, numbers from page 2", () => {
    const parts = xmlParts(documents.docx);
    const xml = parts.get("word/document.xml") ?? "";
    const [page = ""] = xml.match(/<w:sectPr.*?<\/w:sectPr>/s) ?? [];
    expect(page).toMatch(/w:pgSz [^>]*w:w="11906"/);
    expect(page).toMatch(/w:pgMar [^>]*w:top="1134"/);
    expect(page).toMatch(/w:pgMar [^>]*w:left="1701"/);
    expect(page).toContain("<w:titlePg/>");
    expect(page.match(/w:headerReference/g)).toHaveLength(1);
    expect(parts.get("word/styles.xml")).toContain('w:ascii="Times New Roman"');
  });
});

test("a period before the programme says that there was no path, and is signed in the year it is made", async () => {
  const documents = await writeDocuments("2025-Q4");
  const lines = paragraphsOf(documents.docx);
  expect(lines).toContain("Hải Phòng, ngày …… tháng …… năm 2026");
  expect(lines.join("\n")).toContain("- Chương trình bắt đầu từ ngày 01/01/2026; kỳ này trước đó");
  rmSync(documents.folder, { recursive: true });
});

test("a request that waits for its answer stands beside what is needed; long words are cut", async () => {
  const rows = fixtureRows();
  const explanations = rows.explanations.map((row) =>
    row["indicator_id"] === "HI_COVERAGE" ? { ...row, reply: "dài dòng ".repeat(100) } : row,
  );
  const documents = await writeDocuments("2026-10", { ...rows, explanations });
  const [social, health] = tableOf(documents.docx, "TT", "Chỉ tiêu", "Còn thiếu, cần thêm").slice(
    1,
  );
  expect(social?.[2]).toBe(
    "Cần thêm khoảng 3.400 người mỗi năm.\nChưa trả lời yêu cầu giải trình về tháng 10/2026, hạn 10/11/2026: Vì sao số của 2026-10 chậm?",
  );
  expect(health?.[2]).toMatch(/: dài dòng .* dài…$/);
  expect(health?.[2]?.length).toBeLessThan(520);
  expect(
    sheetRows(documents.xlsx, "Giải trình").some((row) => String(row["Giải trình"]).length > 800),
  ).toBe(true);
  rmSync(documents.folder, { recursive: true });
});

test("an explanation of more than a year before is left to the pages", async () => {
  const rows = fixtureRows();
  const explanations = rows.explanations.map((row) => ({
    ...row,
    ...{ period_start: "2025-09-01", period_end: "2025-09-30" },
  }));
  const documents = await writeDocuments("2026-Q3", { ...rows, explanations });
  expect(paragraphsOf(documents.docx).join("\n")).not.toContain("iải trình về");
  expect(sheetRows(documents.xlsx, "Giải trình")).toEqual([]);
  rmSync(documents.folder, { recursive: true });
});

test("a period that still runs says so, and what stops short of its end", async () => {
  const documents = await writeDocuments("2026");
  const text = paragraphsOf(documents.docx).join("\n");
  expect(text).toContain("Kỳ báo cáo đến ngày 31/12/2026 mới kết thúc");
  expect(text).toContain("đã có đến ngày 05/11/2026");
  expect(text).toContain("Trong kỳ, chưa có đủ số đến cuối kỳ:");
  expect(text).toContain(
    "cần thêm khoảng 1.100 người mỗi năm (số của tháng 10/2026). Đánh giá: có nguy cơ.",
  );
  rmSync(documents.folder, { recursive: true });
});

test("what adds up is told for the whole period, with what is missing, beside the month that is judged", async () => {
  const rows = fixtureRows();
  const event = { indicator_id: "HERITAGE_EVENTS", area_id: "le_chan", frequency: "month" };
  const shared = { ...event, is_estimated: false, maturity: "final", is_sample: false };
  const events = [
    { ...shared, period_start: "2026-07-01", period_end: "2026-07-31", value: 5 },
    { ...shared, period_start: "2026-08-01", period_end: "2026-08-31", value: 4 },
  ].map((row) => ({ ...row, assumed_share: 0 }));
  const progress = rows.progress.map((row) =>
    row["indicator_id"] === "HERITAGE_EVENTS"
      ? { ...row, ...event, reason_code: "unclear_no_target", status: "no_target" }
      : row,
  );
  const observations = [...rows.observations, ...events];
  const documents = await writeDocuments("2026-Q3", { ...rows, observations, progress });
  const text = paragraphsOf(documents.docx).join("\n");
  expect(text).toContain(
    "- Buổi diễn ca trù: quý III/2026 (2/3 tháng) là 9 buổi; tháng 8/2026 là 4 buổi, chưa có mức chuẩn nên chưa so được; chưa rõ chiều hướng",
  );
  expect(text).toContain("chưa có đủ số đến cuối kỳ: buổi diễn ca trù (2/3 tháng)");
  expect(
    tableOf(documents.docx, "TT", "Chỉ tiêu", "Đơn vị tính").find(
      ([, title]) => title === "Buổi diễn ca trù",
    )?.[3],
  ).toBe("9\nquý III/2026 (2/3 tháng)\nxét tháng 8/2026: 4");
  expect(
    sheetRows(documents.xlsx, "Bảng chỉ tiêu").find(
      (row) => row["Mã chỉ tiêu"] === "HERITAGE_EVENTS",
    ),
  ).toMatchObject({
    ...{ "Thực hiện": 9, "Số được xét": 4, "Số kỳ đã có": 2, "Số kỳ phải có": 3 },
    ...{ "Loại số": "phát sinh trong kỳ", "Cách tính cả kỳ": "cộng các kỳ" },
  });
  rmSync(documents.folder, { recursive: true });
});

test("real data carries no mark of a sample", async () => {
  const rows = fixtureRows();
  const real = (list: Record<string, unknown>[]) =>
    list.map((row) => ({ ...row, is_sample: false }));
  const [observations, explanations] = [real(rows.observations), real(rows.explanations)];
  const documents = await writeDocuments("2026-10", { ...rows, observations, explanations });
  for (const xml of xmlParts(documents.docx).values()) expect(xml).not.toContain("DỮ LIỆU MẪU");
  for (const xml of xmlParts(documents.xlsx).values()) expect(xml).not.toContain("DỮ LIỆU MẪU");
  rmSync(documents.folder, { recursive: true });
});

test("the same warehouse gives the same bytes, whatever the clock", async () => {
  const first = await writeDocuments("2026-10");
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const second = await writeDocuments("2026-10", fixtureRows(), new Date("2027-03-01T00:00:00Z"));
  expect(Buffer.compare(first.docx, second.docx)).toBe(0);
  expect(Buffer.compare(first.xlsx, second.xlsx)).toBe(0);
  const core = xmlParts(first.docx).get("docProps/core.xml");
  expect(core?.match(/2026-11-05T00:00:00Z/g)).toHaveLength(2);
  for (const { folder } of [first, second]) rmSync(folder, { recursive: true });
});
