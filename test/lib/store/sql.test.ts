import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase, withConnection, withDatabase } from "../../../lib/store/database.ts";
import { quoteName, quoteText } from "../../../lib/store/sql.ts";

test.each(["O'Brien", "a'' or 1=1 --", 'say "no"', "Lê Chân", "\\", ""])(
  "text and names become SQL and come back: %j",
  async (text) => {
    const rows = await withDatabase(":memory:", "READ_WRITE", (ask) =>
      ask(`select ${quoteText(text)} as ${quoteName(`n${text}`)}`),
    );
    expect(rows).toEqual([{ [`n${text}`]: text }]);
  },
);

test("a database is closed whatever happens: another process's mode may follow", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "lechan-database-")), "w.duckdb");
  const failing = withConnection(path, {}, async (connection) => {
    await connection.run("create table words (word varchar)");
    await connection.run("select nonsense");
  });
  await expect(failing).rejects.toThrow("nonsense");
  const rows = await withDatabase(path, "READ_ONLY", (ask) => ask("select * from words"));
  expect(rows).toEqual([]);
});

test("no database fetches or loads extensions from outside", async () => {
  const { connection, close } = await openDatabase(":memory:", { threads: "1" });
  const reader = await connection.runAndReadAll(
    `select name, value from duckdb_settings() where name in
     ('autoinstall_known_extensions', 'autoload_known_extensions', 'threads') order by name`,
  );
  close();
  expect(reader.getRowObjects()).toEqual([
    { name: "autoinstall_known_extensions", value: "false" },
    { name: "autoload_known_extensions", value: "false" },
    { name: "threads", value: "1" },
  ]);
});
