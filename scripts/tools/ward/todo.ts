import { fileOf, type ProgrammeTextTables, type TextRow } from "./text_tables.ts";

/** What the ward must still decide or fill in before its pages mean anything, a line each. */
export function whatIsMissing({
  programme,
  areas,
  targets,
  sections,
}: ProgrammeTextTables): string[] {
  const parts = areas.rows.filter(({ level }) => level === "neighbourhood").length;
  const open = targets.rows.filter(({ target_value }) => !target_value).length;
  const [own = {}] = programme.rows;
  const named = own["neighbourhood_vi"]?.toLowerCase();
  return [
    parts === 0
      ? `${fileOf("areas")}: chưa có ${named} nào; thêm mỗi nơi một dòng, hoặc chạy lại với --neighbourhoods · no neighbourhoods yet; add a row each, or run again with --neighbourhoods`
      : `${fileOf("areas")}: xem lại tên của ${parts} ${named} · check the names of the ${parts} neighbourhoods`,
    `${fileOf("programme")}: tên chương trình, nghị quyết, năm đầu và năm cuối (đang để ${own["first_year"]}–${own["last_year"]}) · title, resolution, first and last year`,
    `${fileOf("targets")}: ${open} chỉ tiêu chưa có mức phải đạt và căn cứ; không giao thì bỏ dòng · ${open} targets without level and legal basis; leave the row out where none is set`,
    ...(targets.rows.length === 0 ? [] : [takenOver(targets.rows)]),
    `${fileOf("sections")}: ${sections.rows.length} nội dung của chương trình chung, chưa có lời hứa; bỏ, thêm cho đúng chương trình của mình · sections of the common programme, without promises; take out and add`,
    `${fileOf("indicators")}: chỉ tiêu của nội dung nào bỏ thì bỏ theo; đơn vị tính, nơi chủ trì · indicators go with their sections; units, lead agencies`,
    `${fileOf("agencies")}: tên đơn vị đúng như văn bản · names of the agencies as papers have them`,
    `${fileOf("papers")}: nơi ban hành, nơi nhận, người ký; subject và programme là tên chương trình, nghị quyết ghi trong văn bản, không lấy từ ${fileOf("programme")}, phải ghi cả ở đây · issuer, addressees, signatory; subject and programme are the words of the programme and resolution in papers, not taken from ${fileOf("programme")}: write them here too`,
    `${fileOf("area_crosswalk")}, ${fileOf("breaks")}: xã, phường cũ sáp nhập vào, nếu dùng số trước ngày thành lập · former wards that were merged, where figures from before are used`,
    "data/inbox: tệp của các cơ quan; dân số lấy từ biểu của công an, không ghi ở đây · the offices' files; population comes from the police form, not from here",
    "data/reference: số công bố của cả nước và của tỉnh, thành phố mình, để so sánh · published figures of the country and your province, to compare with",
  ];
}

/** What stands in the targets since another ward decided it, an indicator a line. */
function takenOver(targets: readonly TextRow[]): string {
  const each = targets.map(
    ({ indicator_id, due_date, operator, cadence, target_type }) =>
      `    ${indicator_id}: due_date ${due_date}, operator ${operator}, cadence ${cadence}, target_type ${target_type}`,
  );
  return [
    `${fileOf("targets")}: hạn, so sánh (ge, eq …), hằng năm hay đến hạn, loại mục tiêu đang theo chương trình của phường trước: xem lại · due date, comparison, yearly or by date and type are still the former ward's decisions: look them over`,
    ...each,
  ].join("\n");
}
