/** A machine unit and the factor that turns the written figure into it. */
export interface Unit {
  unit: string;
  scale: number;
}

/** The unit of a unit text such as `nghìn người`, `%`, `triệu đồng`; null when it is none. */
export function parseUnit(_text: string): Unit | null {
  return null;
}

/** The unit stated in title lines (`ĐVT: …`, `Đơn vị tính: …`); null when none is stated. */
export function titleUnit(_lines: readonly string[]): Unit | null {
  return null;
}
