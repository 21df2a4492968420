/** An invented person, with everything that offices write of one. */
export interface Planted {
  name: string;
  /** The one word of the name that no one else has. */
  given: string;
  birth: string;
  sex: "Nam" | "Nữ";
  citizen: string;
  insurance: string;
  card: string;
  old_identity: string;
  phone: string;
  address: string;
  area: string;
}

const SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng"];
const ONSETS = ["Qux", "Vrấ", "Zư", "Wó", "Jẽ", "Fị", "Xwe", "Zyờ", "Kză", "Pfu"];
const MIDDLES = ["bla", "dre", "gvi", "hzo", "jku", "lpa", "mwe", "nfi", "pzo", "rju"];
const CODAS = ["nth", "lqu", "rvz", "mpf", "kjx", "stw", "bdg", "cfz", "gxh", "twy"];

/** People that exist nowhere: names of syllables that no language has, numbers that no office gave. */
export function plantPeople(count: number): Planted[] {
  return Array.from({ length: count }, (_, index) => {
    const digit = (place: number) => Math.floor(index / 10 ** place) % 10;
    const given = `${ONSETS[digit(0)]}${MIDDLES[digit(1)]}${CODAS[digit(2)]}`;
    const isMale = index % 2 === 0;
    const year = 1950 + (index % 50);
    const digits = (77_001 + index * 7) % 1_000_000;
    const number = String(digits).padStart(6, "0");
    return {
      name: `${SURNAMES[index % SURNAMES.length]} ${isMale ? "Văn" : "Thị"} ${given}`,
      given,
      birth: `17/08/${year}`,
      sex: isMale ? "Nam" : "Nữ",
      citizen: `031${isMale ? 0 : 1}${String(year).slice(2)}${number}`,
      insurance: `3198${number}`,
      card: `GD4313198${number}`,
      old_identity: `397${number}`,
      phone: `0397${number}`,
      address: `Số ${index} ngách ${given} đường Không Có`,
      area: `Tổ ${(index % 85) + 1}`,
    };
  });
}
