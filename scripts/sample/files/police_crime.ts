import { addDays, type Day, dayText, indexOf, type Month, policeWindow, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { wardPolice } from "../offices.ts";
import type { Cell, Row, Sheet } from "../sheet.ts";
import type { CrimeKind, CrimeLine } from "../truth/crime.ts";
import type { World } from "../world.ts";

/** Yearly workbooks of the years before; 2026 comes month by month. */
const WORKBOOKS: readonly { year: number; sent: Day }[] = [
  { year: 2023, sent: { year: 2025, month: 9, day: 10 } },
  { year: 2024, sent: { year: 2025, month: 9, day: 10 } },
  { year: 2025, sent: { year: 2025, month: 12, day: 19 } },
];

/** Offences and violations by police month, from the 15th of the month before to the 14th. */
export function policeCrimes(world: World): Draft[] {
  return [
    ...WORKBOOKS.map(({ year, sent }) => ({
      name: `CA_toi_pham_${year}.xlsx`,
      sheets: Array.from({ length: 12 }, (_, i) =>
        monthSheet(world, { year, month: i + 1 }, `T${i + 1}`, sent),
      ),
    })),
    ...Array.from({ length: 10 }, (_, i) => {
      const month = { year: 2026, month: i + 1 };
      const sent = addDays({ ...month, day: 14 }, 4);
      return {
        name: `CA_toi_pham_2026_thang_${two(month.month)}.xlsx`,
        sheets: [monthSheet(world, month, "Tội phạm", sent)],
      };
    }),
  ];
}

function monthSheet(world: World, month: Month, sheet_name: string, date: Day): Sheet {
  const [from, to] = policeWindow(month.year, month.month, month.month);
  return layOut({
    sheet_name,
    office: wardPolice,
    number: 500 + indexOf(month),
    date,
    titles: [
      "TÌNH HÌNH TỘI PHẠM VÀ VI PHẠM PHÁP LUẬT",
      `Tháng ${two(month.month)} năm ${month.year}`,
      `(Từ ngày ${dayText(from)} đến ngày ${dayText(to)})`,
    ],
    unit: "vụ",
    columns: COLUMNS,
    body: rows(world, month),
  });
}

const COLUMNS = [
  column("A", 6, "TT"),
  column("B", 44, "Loại tội phạm"),
  column("1", 12, "Số vụ xảy ra"),
  column("2", 12, "Số vụ khám phá"),
  column("3 = 2/1", 10, "Tỷ lệ (%)"),
  column("4", 14, "Số đối tượng bắt, xử lý"),
  column("5", 10, "Băng nhóm"),
  column("6", 12, "So cùng kỳ (+/−)"),
  column("7", 10, "Tỷ lệ %"),
];

const KIND_TEXTS: Readonly<Record<CrimeKind, string>> = {
  murder: "Giết người",
  robbery: "Cướp tài sản",
  snatching: "Cướp giật tài sản",
  theft: "Trộm cắp tài sản",
  fraud: "Lừa đảo chiếm đoạt tài sản",
  assault: "Cố ý gây thương tích",
  gambling: "Đánh bạc",
  extortion: "Cưỡng đoạt tài sản",
  other: "Tội phạm khác",
};

function rows(world: World, month: Month): Row[] {
  const now = world.crime[indexOf(month)];
  const before = world.crime[indexOf(month) - 12];
  if (!now) throw new Error(`no crime in month: ${month.year}-${month.month}`);
  const kinds = Object.entries(KIND_TEXTS) as [CrimeKind, string][];
  return [
    total("I", "Tội phạm về trật tự xã hội", ...figures(now.social_order, before?.social_order)),
    ...kinds.map(([kind, text], i) =>
      body(i + 1, text, ...figures(now.kinds[kind], before?.kinds[kind])),
    ),
    body(
      null,
      "Trong đó: tội phạm rất nghiêm trọng, đặc biệt nghiêm trọng",
      ...figures(now.serious, before?.serious),
    ),
    total(
      "II",
      "Vi phạm hành chính về an ninh, trật tự",
      ...figures(now.administrative_violations, before?.administrative_violations),
    ),
  ];
}

/** No rate where nothing happened, no comparison in the first year. */
function figures(now: CrimeLine, before: CrimeLine | undefined): Cell[] {
  return [
    now.cases,
    now.cleared,
    percent(now.cleared, now.cases),
    now.offenders,
    now.gangs,
    before ? now.cases - before.cases : null,
    before ? percent(now.cases - before.cases, before.cases) : null,
  ];
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((10_000 * part) / whole) / 100;
}
