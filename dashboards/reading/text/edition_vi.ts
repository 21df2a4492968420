import type { Names } from "./names.ts";

/** The Vietnamese texts of the public edition alone; English must have every key. */
export const editionViOf = ({ part, parts }: Names) => ({
  hidden: "ẩn",
  hiddenNote: `ẩn: số đếm từ 1 đến 4 (theo ${part} về ma túy, tội phạm, y tế: từ 1 đến 9), hoặc số phải ẩn kèm để không ai tính ngược ra. Làm vậy để không nhận ra được người nào.`,
  sentence: (title: string) => `${title}: có kỳ số quá nhỏ nên ẩn để không nhận ra người`,
  reason: "có kỳ số quá nhỏ nên ẩn, vì vậy không nêu dự báo và khoảng cách tới mục tiêu",
  noChart: "Không vẽ biểu đồ, vì có kỳ số quá nhỏ nên ẩn.",
  hiddenAreas: (count: string) => `${count} ${parts} có số kỳ mới nhất được ẩn`,
  footer:
    "Bản công khai: chỉ gồm chỉ tiêu được công khai; số nhỏ được ẩn để không nhận ra người nào.",
  source: "Nguồn",
  sourceOf: (agency: string, period: string) => `${agency}, số của ${period}.`,
  data: {
    title: "Số liệu và nguồn",
    headline: (sources: string, late: string) =>
      `${sources} nguồn số liệu của các đơn vị; ${late} nguồn đang chậm`,
    subtitle: "Mỗi nguồn: đơn vị gửi, số liệu đến kỳ nào và ngày nhận lần cuối.",
    why: "Vì sao có số được ẩn",
    rules: [
      `Số đếm người hoặc vụ việc từ 1 đến 4 được ẩn; theo ${part} về ma túy, tội phạm, y tế là từ 1 đến 9. Tỷ lệ có tử số hoặc phần còn lại nhỏ như vậy cũng được ẩn.`,
      "Cạnh mỗi số nhỏ có thể phải ẩn thêm vài số khác, để không lấy tổng trừ đi mà ra.",
      "Số đã ẩn thì các lần công bố sau vẫn ẩn, kể cả khi đã thay đổi.",
      `Số của công an theo ${part} không có trong bản công khai.`,
    ],
    count: (hidden: string, all: string) => `Đang ẩn ${hidden} trên ${all} số.`,
  },
});
