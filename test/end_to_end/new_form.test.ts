import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { withPublished } from "../../lib/store/database.ts";
import { filledForm } from "../scripts/tools/filled_form.ts";
import { copyProject } from "../wards/ward.ts";

/** What a station that no form knows sends each month: the day in its header is another each time. */
const report = (month: number, day: string, waste: string, sorted: number) =>
  [
    "TRẠM MÔI TRƯỜNG ĐÔ THỊ;;;;;",
    "BÁO CÁO CÔNG TÁC VỆ SINH MÔI TRƯỜNG;;;;;",
    "",
    `STT;Chỉ tiêu;ĐVT;Kế hoạch năm 2026;Thực hiện đến ${day}/${month}/2026;Tỷ lệ (%)`,
    `1;Khối lượng rác thải thu gom;tấn;12000;${waste};82,1`,
    `2;Số hộ phân loại rác tại nguồn;hộ;3000;${sorted};80,3`,
  ].join("\n");

const project = copyProject();
const { folder, inbox, run, decide } = project;
const home = join(folder, "data");

beforeAll(() => {
  decide("indicators", (rows) => {
    const like = rows.find(({ indicator_id }) => indicator_id === "HERITAGE_EVENTS");
    const own = {
      ...{ indicator_id: "WASTE_SORTED", sort_order: "95", frequency: "month" },
      ...{ title_vi: "Hộ phân loại rác tại nguồn", title_en: "Households that sort waste" },
      ...{ unit: "households", unit_vi: "hộ", unit_en: "households", temporal_aggregation: "last" },
    };
    return [...rows, { ...like, ...own }];
  });
  decide("targets", (rows) => {
    const own = { indicator_id: "WASTE_SORTED", due_date: "2030-12-31", target_value: "5000" };
    const rest = { cadence: "by_date", operator: "ge", valid_from: "2026-01-01" };
    return [...rows, { ...own, ...rest }];
  });
  writeFileSync(join(inbox, "moi truong 2026-11-05.csv"), report(10, "31", "9850", 2410));
  writeFileSync(join(inbox, "moi truong 2026-12-04.csv"), report(11, "30", "10770,5", 2620));
});

test("a new office's report becomes an indicator on a page without a line of code", async () => {
  const made = run("new_form", ["data/inbox/moi truong 2026-11-05.csv", "--id", "ve_sinh"]).trim();
  const filled = filledForm(readFileSync(made), {
    forms: { "": { agency_id: "economy_infrastructure_division", period_window: "at_date" } },
    form_columns: {
      khoi_luong_rac_thai_thu_gom_tan: { kind: "flow_ytd" },
      so_ho_phan_loai_rac_tai_nguon: { "Chỉ tiêu": "WASTE_SORTED", "Dùng làm": "giá trị" },
    },
  });
  writeFileSync(join(inbox, "khai bieu.xlsx"), filled);
  run("refresh", ["--as-of", "2026-12-10"]);
  const figures = await withPublished(home, (ask) =>
    ask(`select period_end::varchar as period_end, value from marts.fct_observations
         where indicator_id = 'WASTE_SORTED' and frequency = 'month' order by period_end`),
  );
  expect(figures).toEqual([
    { period_end: "2026-10-31", value: 2410 },
    { period_end: "2026-11-30", value: 2620 },
  ]);
}, 600_000);

test("each figure leads to its cell in the office's file", async () => {
  const cells = await withPublished(home, (ask) =>
    ask(`select distinct file_name, sheet, cells from marts.fct_lineage
         where indicator_id = 'WASTE_SORTED' and frequency = 'month' order by file_name`),
  );
  expect(cells).toEqual([
    { file_name: "moi truong 2026-11-05.csv", sheet: "CSV", cells: "E6" },
    { file_name: "moi truong 2026-12-04.csv", sheet: "CSV", cells: "E6" },
  ]);
});

test("the form stands among the sources, and is owed every month", async () => {
  const sources = await withPublished(home, (ask) =>
    ask(`select form, agency_id, expected_every from marts.fct_source_status
         where form = 've_sinh'`),
  );
  expect(sources).toEqual([
    { form: "ve_sinh", agency_id: "economy_infrastructure_division", expected_every: "month" },
  ]);
  const page = (name: string) => readFileSync(join(home, "site", `${name}.html`), "utf8");
  expect(page("indicators/waste_sorted")).toContain("2.620");
  expect(page("data")).toContain("Báo cáo công tác vệ sinh môi trường");
});
