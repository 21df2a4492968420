/** A page, or another file of the site, that was changed in one place. */
interface Tampered {
  id: string;
  file(id: string): string;
  change(text: string): string;
}

const page = (id: string) => `indicators/${id}.html`;
const csv = (id: string) => `data/${id}.csv`;

/** Changes the first place, or all of them. */
function put(found: string | RegExp, instead: string) {
  return (text: string) =>
    typeof found === "string" ? text.replaceAll(found, instead) : text.replace(found, instead);
}

/** Changes a column in the last row of a download that is so. */
function cell(series: "observed" | "projected", column: string, value: string) {
  return (text: string) => {
    const lines = text.split("\r\n");
    const place = (lines[0] ?? "").replace("\uFEFF", "").split(",").indexOf(column);
    const last = lines.findLastIndex(
      (line) => line.includes(`,${series},`) && line.includes(",le_chan,"),
    );
    lines[last] = (lines[last] ?? "")
      .split(",")
      .map((own, index) => (index === place ? value : own))
      .join(",");
    return lines.join("\r\n");
  };
}

/** For each rule a page of the made ward that breaks it. */
export const tampered: Record<string, Tampered> = {
  "the panel has the status of the mart": {
    ...{ id: "AHEAD", file: page },
    change: put(/(<aside class="card panel">\s*<p><span class="status )on_track/, "$1off_track"),
  },
  "every other place has the same status in the same words": {
    ...{ id: "AHEAD", file: () => "index.html" },
    change: put(/(indicators\/ahead\.html[\s\S]*?<span class="status )on_track/, "$1at_risk"),
  },
  "the dot of a chart has the colour of the status": {
    ...{ id: "AHEAD", file: page },
    change: put('<g fill="var(--on_track)"', '<g fill="var(--off_track)"'),
  },
  "what has no number to meet says its way and is never green": {
    ...{ id: "UNCLEAR", file: page },
    change: put("Chưa rõ hướng</span>", "Đúng lộ trình</span>"),
  },
  "the big number is the judged value": {
    ...{ id: "AHEAD", file: page },
    change: put('<p class="big"><b>95,9', '<p class="big"><b>96'),
  },
  "the title tells the big number": {
    ...{ id: "AHEAD", file: page },
    change: put(/<h1>([^<]*)95,9%/, "<h1>$196%"),
  },
  "the period under it is that of the value": {
    ...{ id: "BROKEN_SUM", file: page },
    change: put("<span>từ đầu năm 2026</span>", "<span>tháng 10/2026</span>"),
  },
  "every other place tells the same number": {
    ...{ id: "AHEAD", file: () => "brief.html" },
    change: put(/(indicators\/ahead\.html[\s\S]*?<b>)95,9/, "$195,2"),
  },
  "the dot of a chart stands at the judged value": {
    ...{ id: "BROKEN_SUM", file: page },
    change: put(/(<circle cx="[\d.]+" cy=")[\d.]+(" r="5")/, "$1412$2"),
  },
  "the words of a chart end at the judged value": {
    ...{ id: "AHEAD", file: page },
    change: put(/đến 95,9%\. Dự báo/, "đến 95,1%. Dự báo"),
  },
  "the newest row of the table is the judged value": {
    ...{ id: "BROKEN_SUM", file: page },
    change: put(
      /(<tr id="period=2026-10"><th[^>]*>[^<]*<\/th><td class="number">1<\/td><td class="number">)4/,
      "$11",
    ),
  },
  "the last observed row of the download is the judged value": {
    ...{ id: "BROKEN_SUM", file: csv },
    change: cell("observed", "year_so_far", ""),
  },
  "the sources are those of the judged value": {
    ...{ id: "BROKEN_SUM", file: page },
    change: put("Nguồn của số 4 vụ", "Nguồn của số 1 vụ"),
  },
  "each row of the download names the files of that row": {
    ...{ id: "AHEAD", file: csv },
    change: put("AHEAD 2023-05.xlsx", "AHEAD 2026-10.xlsx"),
  },
  "chart, panel, table and download tell one future": {
    ...{ id: "AHEAD", file: page },
    change: put("Dự báo 98,3%", "Dự báo 97,1%"),
  },
  "that future is the one of the mart": {
    ...{ id: "AHEAD", file: csv },
    change: cell("projected", "value", "97.1"),
  },
  "the panel's interval is that of the download": {
    ...{ id: "AHEAD", file: page },
    change: put("80%: 97,5 – 99,1", "80%: 97,5 – 98,4"),
  },
  "the chance is one, and the mart's": {
    ...{ id: "MET_NOT_SECURED", file: page },
    change: put(/<dt>Khả năng đạt<\/dt><dd>49%/, "<dt>Khả năng đạt</dt><dd>71%"),
  },
  "what is not judged has neither chance nor arrival nor line": {
    ...{ id: "TOO_FEW", file: page },
    change: put("<dl>", "<dl><div><dt>Khả năng đạt</dt><dd>62%</dd></div>"),
  },
  "an arrival is a quarter, and the mart's": {
    ...{ id: "AHEAD", file: page },
    change: put("khoảng quý IV/2029", "02/10/2029"),
  },
  "a pace that leads elsewhere is told in a sentence": {
    ...{ id: "PACE_APART", file: page },
    change: put("nhưng gần đây đã khác", ""),
  },
  "what is needed is the mart's, and nothing where it is met": {
    ...{ id: "AHEAD", file: page },
    change: put(/(<dt>Cần mỗi năm<\/dt><dd>)\+/, "$1−"),
  },
  "the path is one: panel, table, download and mart": {
    ...{ id: "AHEAD", file: page },
    change: put(/(<dt>Lộ trình đến nay<\/dt><dd>)95,5/, "$196"),
  },
  "the title's gap is the distance to the path": {
    ...{ id: "AHEAD", file: page },
    change: put(/(<h1>[^<]*lộ trình )0,4/, "$11,4"),
  },
  "the target is one, with its date": {
    ...{ id: "AHEAD", file: page },
    change: put("Mục tiêu ≥ 98%</text>", "Mục tiêu ≥ 90%</text>"),
  },
  "the path of a yearly duty is level": {
    ...{ id: "QUOTA", file: csv },
    change: cell("observed", "planned_value", "74.8"),
  },
  "what is missing is counted": {
    ...{ id: "QUOTA", file: page },
    change: put(/(<dt>Còn thiếu<\/dt><dd>)2\/94/, "$13/94"),
  },
  "a year that is not complete names what is missing": {
    ...{ id: "YEAR_INCOMPLETE", file: page },
    change: put(/(<h1>[^<]*)tháng 3\/2026/, "$1"),
  },
  "the change against a year before is one": {
    ...{ id: "AHEAD", file: page },
    change: put(/(<dt>So với cùng kỳ<\/dt><dd>)\+0,6/, "$1−0,6"),
  },
  "a split names the day that the calculation used": {
    ...{ id: "SPLIT", file: page },
    change: put("01/04/2026", "01/07/2026"),
  },
  "a caution stands beside the status and in the title": {
    ...{ id: "JUMP", file: page },
    change: put(/<p class="caution">[^<]*<\/p>/, ""),
  },
  "how many neighbourhoods reported is told where some are missing": {
    ...{ id: "PARTIAL", file: page },
    change: put(/<span>dòng tổng của biểu; chi tiết có 60\/85[^<]*<\/span>/, ""),
  },
  "the digit that decides is shown": {
    ...{ id: "NEARLY", file: page },
    change: put('<p class="big"><b>97,96', '<p class="big"><b>98'),
  },
  "what fell due says what it was then": {
    ...{ id: "MET_WHEN_DUE", file: page },
    change: put(/(<dt>Khi đến hạn 30\/06\/2026<\/dt><dd>)95,1/, "$195,3"),
  },
  "met but not secured says so with its chance": {
    ...{ id: "MET_NOT_SECURED", file: page },
    change: put(/(<h1>[^<]*)\(49%\)/, "$1"),
  },
};
