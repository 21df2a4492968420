import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openParquetStore } from "../../ingest/land/parquet.ts";
import { everythingUnder } from "./everything.ts";
import { changed, goodRows, odsParts, withSheet, zipped } from "./parts.ts";

const root = join(import.meta.dirname, "../..");
const SECRETS = ["KẾ HOẠCH TUẦN TRA", "Tháng 11/2031", "Trộm cắp", "Giết người", "4321"];
const ROWS = goodRows(4321);

/** The report marked and titled, in a format. */
const makers: Record<"xlsx" | "ods" | "csv", (mark: string) => Uint8Array> = {
  xlsx: (mark) =>
    withSheet((xml) => xml.replace("TÌNH HÌNH TỘI PHẠM", mark).replace("10/2026", "11/2031"), 4321),
  ods: (mark) =>
    zipped(
      changed(odsParts(4321), "content.xml", (xml) =>
        xml.replace("TÌNH HÌNH TỘI PHẠM", mark).replace("10/2026", "11/2031"),
      ),
    ),
  csv: (mark) =>
    Buffer.from(
      [[mark], ["KẾ HOẠCH TUẦN TRA"], ["Tháng 11/2031"], ...ROWS.slice(2)]
        .map((row) => row.join(";"))
        .join("\n"),
    ),
};

test.each([
  ["xlsx", "MẬT"],
  ["xlsx", "TỐI MẬT"],
  ["ods", "TUYỆT MẬT"],
  ["csv", "T Ố I  M Ậ T"],
] as const)(
  "of a secret .%s (%s) nothing is written but its name and why",
  async (format, mark) => {
    const home = mkdtempSync(join(tmpdir(), "secret-"));
    try {
      const inbox = mkdtempSync(join(tmpdir(), "secret-inbox-"));
      writeFileSync(join(inbox, `cong_van.${format}`), makers[format](mark));
      const script = join(root, "scripts", "ingest.ts");
      const said = runIngest(script, inbox, home);
      const parquet = await openParquetStore();
      const [file] = await parquet.read("files", join(home, "landed", "files", "*.parquet"), [
        "file_name",
      ]);
      parquet.close();
      expect(file).toMatchObject({
        status: "refused",
        refusal_code: "secret_document",
        form: null,
        sheet_count: 0,
        rows_read: 0,
      });
      const written = (await everythingUnder(home)) + said;
      expect(SECRETS.filter((secret) => written.includes(secret))).toEqual([]);
      rmSync(inbox, { recursive: true });
    } finally {
      rmSync(home, { recursive: true });
    }
  },
);

/** Runs the command and returns all it says; refusals make it exit 4. */
function runIngest(script: string, inbox: string, home: string): string {
  const env = { ...process.env, LECHAN_KEY_FILE: join(home, "person.key") };
  try {
    return execFileSync(process.execPath, [script, "--inbox", inbox, "--home", home], {
      env,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    const { stdout = "", stderr = "", status } = error as Record<string, string>;
    expect(status).toBe(4);
    return stdout + stderr;
  }
}
