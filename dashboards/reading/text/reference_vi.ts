import type { Status } from "../contract/statuses.ts";
import type { Names } from "./names.ts";

/** A heading and its paragraphs. */
export interface Chapter {
  heading: string;
  paragraphs: string[];
}

/** A word of the pages and what it means. */
export interface Term {
  term: string;
  meaning: string;
}

/** The Vietnamese prose of the method page and the glossary. */
export const referenceViOf = ({
  ward,
  wardFrom,
  kind,
  Part,
  programme,
  firstYear,
  lastYear,
}: Names) => ({
  statuses: {
    achieved:
      "Đến hạn đã đạt mục tiêu (dù sau đó có giảm); đang đạt trước hạn và khả năng giữ được đến hạn từ 80%; hoặc đã đủ số phải có trong năm.",
    on_track:
      "Khả năng đạt đúng hạn từ 60%; hoặc mức phải giữ hằng năm đang giữ được ở mọi kỳ đã có số.",
    at_risk:
      "Khả năng đạt đúng hạn từ 20% đến dưới 60%; hoặc đang đạt nhưng khả năng giữ được đến hạn dưới 60%.",
    off_track:
      "Khả năng đạt đúng hạn dưới 20%; đến hạn không đạt (dù sau đó có đạt); hoặc có một kỳ trong năm không giữ được mức phải giữ.",
    no_target:
      "Chương trình không giao chỉ tiêu cụ thể, hoặc chưa có mức chuẩn: chỉ nêu đúng hướng, ngược hướng hay chưa rõ, và đếm riêng.",
    not_assessable:
      "Chưa có số, quá ít kỳ, số đã cũ, hoặc thiếu số của một số kỳ trong năm. Không đoán thay.",
  } satisfies Record<Status, string>,
  chapters: [
    {
      heading: "Lộ trình",
      paragraphs: [
        `Lộ trình là đường thẳng từ số cuối cùng trước 01/01/${firstYear} (hoặc số đầu tiên có được), nhưng không sớm hơn ngày chương trình bắt đầu, qua các mốc ${kind} tự đặt, đến mục tiêu vào ngày hạn. Mức phải có mỗi năm là một đường nằm ngang với hạn 31/12. Khi chuỗi số đổi nghĩa, xuất phát và lộ trình tính lại từ ngày đó. Chuỗi số có mùa rõ thì lộ trình mang theo mùa và chỉ so cùng tháng.`,
        "Lộ trình tại ngày t: xuất phát + (mục tiêu − xuất phát) × (t − ngày xuất phát) ÷ (ngày hạn − ngày xuất phát). Chậm: thấp hơn quá 5% quãng đường phải đi đến nay. Lộ trình cho biết đang đứng ở đâu, không quyết định mức đánh giá.",
      ],
    },
    {
      heading: "Nhịp độ cần có",
      paragraphs: [
        "Cần mỗi năm = (mục tiêu − số mới nhất) ÷ số năm còn lại. Với tỷ lệ tính trên người, điểm phần trăm được đổi ra người theo mẫu số mới nhất, làm tròn hai chữ số.",
        "Thực tế mỗi năm = (số mới nhất − xuất phát) ÷ số năm đã qua.",
      ],
    },
    {
      heading: "Dự báo và khoảng dự báo",
      paragraphs: [
        `Dự báo kéo chuỗi số của ${kind} đến hết năm ${lastYear}. Dự báo tổng hợp các cách đơn giản (giữ mức hiện nay, xu hướng đi tiếp hoặc chậm dần, cùng kỳ năm trước): một nửa là trung vị của chúng, nửa kia cách nào ít sai hơn với chính chuỗi số ấy thì nặng hơn. Với 12–23 tháng, 6–7 quý hoặc 4–6 năm số liệu thì lấy trung bình của ba cách. Ít kỳ hơn nữa thì không dự báo. Các cách và kết quả thử lại ghi ở trang từng chỉ tiêu.`,
        "Khoảng 80% là khoảng mà số thật rơi vào khoảng tám trên mười lần nếu tương lai giống quá khứ; khoảng 95% rộng hơn. Cả hai lấy từ sai số của chính cách dự báo này trên các chuỗi số đã công bố, ngắn như của một địa phương, theo từng kỳ phía trước: chuỗi hay trôi xa hoặc từng dự báo sai nhiều thì khoảng rộng hơn, càng xa không bao giờ hẹp lại, và rộng hơn về phía dự báo thường đi sau. Thử trên các chuỗi để riêng, hai khoảng chứa số thật đúng mức đã ghi. Khoảng rộng nghĩa là chưa biết chắc, không phải số sai.",
      ],
    },
    {
      heading: "Khả năng đạt",
      paragraphs: [
        "Là xác suất số tại ngày hạn đạt mục tiêu, tính từ dự báo và cùng các sai số như khoảng dự báo: thử trên các chuỗi để riêng, trong mười mục tiêu ghi khả năng 70% thì khoảng bảy mục tiêu đạt. Không bao giờ ghi 0% hay 100%; chuỗi số chưa từng thay đổi cũng không chắc sẽ đứng yên.",
        "Khả năng đạt quyết định mức đánh giá của mục tiêu chưa đến hạn: từ 60% là đúng lộ trình, từ 20% là có nguy cơ, thấp hơn là chậm; đang đạt thì từ 80% mới ghi là đạt. Quá ít kỳ số liệu (dưới 12 tháng, 6 quý hoặc 4 năm) thì không tính khả năng, không vẽ dự báo và không đánh giá.",
        "Số phải có trong năm (như nhiều nhất 12 vụ): cộng số đã có với dự báo của các tháng còn lại; độ tản là của tổng các tháng ấy.",
        "Chỉ tiêu đưa về 0: một kỳ không có vụ nào chưa nói lên nhiều; sau k kỳ liền không có, khả năng ghi nhiều nhất là (k + 1) ÷ (k + 2).",
      ],
    },
    {
      heading: "Sai số đã qua",
      paragraphs: [
        "Chính dự báo đang nêu, cùng trọng số và khoảng của nó, được làm lại tại nhiều nhất bốn thời điểm đã qua, chỉ với những gì đã biết khi đó. Cách đoán đơn giản nhất là giữ nguyên số cũ cũng được làm từ cùng thời điểm, cho cùng các kỳ; hai sai số trung bình được so với nhau. MASE của từng cách là sai số trung bình chia cho mức thay đổi trung bình giữa hai kỳ liền nhau.",
        "Độ chứa là tỷ lệ số thật nằm trong khoảng dự báo; khoảng 80% tốt thì chứa gần 80%. Với một chuỗi số, tỷ lệ này chỉ dựa trên ít kỳ.",
      ],
    },
    {
      heading: "Xu hướng",
      paragraphs: [
        "Độ dốc là trung vị các độ dốc giữa mọi cặp số (Theil–Sen); khi có ít nhất sáu cặp cách nhau đúng một năm thì chỉ so cùng tháng hoặc cùng quý, để một đợt giảm năm nào cũng lặp lại không bị coi là xu hướng. Khoảng 95% tính theo thứ hạng và được nới rộng khi kỳ sau giống kỳ trước, vì chuỗi số trôi dạt dễ trông như có xu hướng; chỉ kết luận tăng hay giảm khi khoảng này không chứa 0.",
        `Khi định nghĩa thay đổi, hoặc số trước khi sắp xếp địa giới được quy đổi từ ${kind} cũ, chuỗi số được tách và xu hướng tính lại từ đầu.`,
        "Tín hiệu, với chuỗi tháng từ một năm trở lên, so với trung vị sau khi trừ mùa vụ và xu hướng rõ: một tháng lệch xa so với mức dao động của từng tháng (2,8 độ lệch chuẩn khi có một năm số liệu, 3,5 khi có ba năm); từ mười tháng liền ở cùng một phía, tháng sau càng giống tháng trước thì càng cần nhiều tháng hơn; với việc hiếm, ít hơn một vụ mỗi tháng, là khoảng cách giữa các vụ: nhiều vụ dồn trong thời gian ngắn, hoặc lâu không có vụ nào. Trong mười chuỗi không có chuyện gì, nhiều nhất một chuỗi có tín hiệu trong ba năm. Tín hiệu cho biết có chuyện xảy ra, không cho biết là chuyện gì.",
      ],
    },
    {
      heading: "Mùa trong năm",
      paragraphs: [
        "Với chuỗi tháng, mỗi số được trừ trung bình 12 tháng quanh nó (hai tháng đầu cuối tính nửa). Một tháng chỉ được gọi là khác khi chênh quá ba sai số chuẩn.",
      ],
    },
  ] as Chapter[],
  terms: [
    {
      term: "Chỉ tiêu",
      meaning: "Một con số theo dõi của chương trình, có định nghĩa, đơn vị và đơn vị chủ trì.",
    },
    {
      term: "Nội dung",
      meaning: `Một trong các mô hình, mục tiêu của ${programme}.`,
    },
    { term: "Mục tiêu", meaning: "Mức phải đạt, kèm ngày hạn hoặc phải giữ hằng năm." },
    { term: "Lộ trình", meaning: "Mức lẽ ra đạt hôm nay nếu đi thẳng từ xuất phát đến mục tiêu." },
    { term: "Điểm", meaning: "Điểm phần trăm: từ 95% lên 96% là tăng một điểm." },
    {
      term: "Kỳ",
      meaning:
        "Tháng, quý hoặc năm mà số liệu nói về. Kỳ tháng của Công an là từ ngày 15 tháng trước đến ngày 14.",
    },
    {
      term: "Tử số, mẫu số",
      meaning:
        "Hai phần của một tỷ lệ; tỷ lệ luôn tính lại từ hai phần, không lấy trung bình các tỷ lệ.",
    },
    { term: "Ước tính", meaning: "Số tính từ phần không cùng ngày, ví dụ dân số của tháng trước." },
    { term: "Sơ bộ", meaning: "Số mới, có thể được gửi lại." },
    { term: "Khoảng dự báo", meaning: "Khoảng mà số sau này có thể rơi vào với xác suất đã ghi." },
    { term: "Khả năng đạt", meaning: "Xác suất đạt mục tiêu vào ngày hạn." },
    {
      term: "Số gửi lại",
      meaning: "Số đã công bố được thay bằng số của tệp gửi sau; số cũ vẫn giữ trong lịch sử.",
    },
    {
      term: "Ô không nhận",
      meaning: "Ô trong tệp không tin được nên không dùng; nêu chỗ, lý do và cách sửa.",
    },
    {
      term: Part,
      meaning: "Khu vực nhỏ nhất được theo dõi; số đếm dưới 10 không nêu để không ai bị nhận ra.",
    },
    {
      term: "Địa giới mới",
      meaning: `${ward} từ ${wardFrom}; số trước ngày này là của địa bàn tương ứng.`,
    },
    { term: "BHYT, BHXH", meaning: "Bảo hiểm y tế, bảo hiểm xã hội." },
  ] as Term[],
});
