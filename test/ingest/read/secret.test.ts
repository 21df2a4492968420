import { expect, test } from "vitest";
import { isSecrecyMark } from "../../../ingest/read/secret.ts";

test.each([
  "MẬT",
  "TỐI MẬT",
  "TUYỆT MẬT",
  "Tuyệt mật",
  "[ MẬT ]",
  "M Ậ T",
  "Độ mật: Tối mật",
  "CÔNG AN PHƯỜNG LÊ CHÂN\nMẬT",
  "MẬT".normalize("NFD"),
])("%j is a mark", (text) => {
  expect(isSecrecyMark(text)).toBe(true);
});

test.each(["Bảo vệ bí mật nhà nước", "Bí mật", "MẶT", "MẤT", "MAT", "mật ong", "", "Độ mật:"])(
  "%j is none",
  (text) => {
    expect(isSecrecyMark(text)).toBe(false);
  },
);
