import { utils, write } from "@e965/xlsx";

/** A row of an invented list of health insurance members. */
export interface Member {
  name: string;
  birth: string;
  sex: "Nam" | "Nữ";
  insurance: string;
  card: string;
  citizen: string;
  address: string;
  area: string;
  note?: string;
}

const HEADER = [
  "STT",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Mã số BHXH",
  "Số thẻ BHYT",
  "Số CCCD/ĐDCN",
  "Địa chỉ",
  "Tổ dân phố",
  "Ghi chú",
];

/** The rows of a members' list at a date, dd/mm/yyyy. */
export function membersRows(date: string, members: readonly Member[]): string[][] {
  return [
    ["DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ"],
    [`Số liệu tính đến ngày ${date}`],
    HEADER,
    ...members.map((one, index) => [
      String(index + 1),
      one.name,
      one.birth,
      one.sex,
      one.insurance,
      one.card,
      one.citizen,
      one.address,
      one.area,
      one.note ?? "",
    ]),
  ];
}

/** Sheets of rows as .xlsx bytes. */
export function xlsx(sheets: Readonly<Record<string, unknown[][]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

/** An invented person: everything follows from the number. */
export function member(number: number): Member {
  const digits = String(number).padStart(6, "0");
  return {
    name: `Người Mẫu ${number}`,
    birth: "01/01/1990",
    sex: "Nam",
    insurance: `3190${digits}`,
    card: `GD4313190${digits}`,
    citizen: `031090${digits}`,
    address: `Số ${number} đường Mẫu`,
    area: `Tổ ${(number % 85) + 1}`,
  };
}
