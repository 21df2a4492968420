/** An area that texts may name, with its spellings (compared by `wordKey`). */
interface KnownArea {
  area_id: string;
  spellings: readonly string[];
}

/** The ward whose files are read, and how they speak of it and of the areas around it. */
export interface Ward {
  area_id: string;
  code: string;
  valid_from: string;
  /** Neighbourhoods (tổ dân phố) are numbered from 1 to this. An assumption until the ward lists them. */
  neighbourhood_count: number;
  spellings: readonly string[];
  known_areas: readonly KnownArea[];
}

/** The ward Lê Chân, Hải Phòng, in the boundary of 1 July 2025. */
export const ward: Ward = {
  area_id: "le_chan",
  code: "11383",
  valid_from: "2025-07-01",
  neighbourhood_count: 85,
  spellings: [
    "Lê Chân",
    "Phường Lê Chân",
    "P. Lê Chân",
    "Phường Lê Chân, thành phố Hải Phòng",
    "Toàn phường",
    "Toàn phường Lê Chân",
    "LC",
    "11383",
  ],
  known_areas: [
    { area_id: "vn", spellings: ["VN", "Việt Nam", "Cả nước", "Toàn quốc", "Vietnam"] },
    {
      area_id: "hai_phong",
      spellings: [
        "HP",
        "Hải Phòng",
        "TP Hải Phòng",
        "TP. Hải Phòng",
        "Thành phố Hải Phòng",
        "Toàn thành phố",
        "Hai Phong City",
      ],
    },
  ],
};
