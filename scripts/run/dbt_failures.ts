import { existsSync, readFileSync } from "node:fs";
import { withDatabase } from "../../lib/store/database.ts";

/** A node of dbt's `run_results.json` that did not succeed. */
interface Failure {
  unique_id: string;
  status: string;
  message: string | null;
  failures: number | null;
  compiled_code?: string | null;
}

/** A rule that rows of a table break: how many do, and the keys of the first where people wrote them. */
interface BrokenRule {
  rule: string;
  n_rows: number;
  places: string;
}

const failing = new Set(["error", "fail", "runtime error"]);

/** What failed in a build, by its `run_results.json`; nothing where dbt did not come as far as to write one. */
export function readFailures(path: string): Failure[] {
  if (!existsSync(path)) return [];
  const { results } = JSON.parse(readFileSync(path, "utf8")) as { results: Failure[] };
  return results.filter(({ status }) => failing.has(status));
}

/** Says of each failure what an analyst can act on; asks the warehouse, which dbt has left, for broken rules. */
export async function describeFailures(
  failures: readonly Failure[],
  warehouse: string,
): Promise<string> {
  const described: string[] = [];
  for (const failure of failures) {
    const rules = await brokenRules(failure, warehouse);
    described.push(rules.length > 0 ? describeRules(failure, rules) : describeFailure(failure));
  }
  return `dbt build failed:\n${described.join("\n\n")}`;
}

/** What `keeps` of a table, or `progress_agrees`, found rule by rule; nothing for any other failure. */
async function brokenRules(
  { unique_id, status, compiled_code }: Failure,
  warehouse: string,
): Promise<BrokenRule[]> {
  const isByRule = unique_id.includes(".keeps_") || unique_id.includes(".progress_agrees");
  if (status !== "fail" || !isByRule || !existsSync(warehouse)) return [];
  const byRule = `
    select
      rule,
      count(*)::integer as n_rows,
      array_to_string(list(distinct place order by place)[:5], ', ') as places
    from (${compiled_code})
    group by rule
    order by rule`;
  return withDatabase(warehouse, "READ_ONLY", async (ask) => (await ask(byRule)) as never);
}

function describeRules({ compiled_code }: Failure, rules: readonly BrokenRule[]): string {
  const [, schema, table] = /from "[^"]+"\."([^"]+)"\."([^"]+)"/.exec(compiled_code ?? "") ?? [];
  const where = writtenIn(schema, table);
  return rules.map((one) => `${where}: ${describeRule(one)}`).join("\n");
}

/** The file in which people wrote the rows of a table, else the table. */
function writtenIn(schema = "", table = ""): string {
  if (schema === "seeds") return `models/seeds/${table}.csv`;
  const [, decision] = /^stg_programme__(.+)$/.exec(table) ?? [];
  return decision ? `data/programme/${decision}.csv` : `${schema}.${table}`;
}

function describeRule({ rule, n_rows, places }: BrokenRule): string {
  const said = `${n_rows} dòng không giữ quy tắc · rows break the rule: ${rule}`;
  return places ? `${said} (${places})` : said;
}

function describeFailure({ unique_id, status, message, failures, compiled_code }: Failure): string {
  const rows = failures ? `, ${failures} offending rows` : "";
  const sql = compiled_code ? `\n${linesAround(compiled_code, message ?? "")}` : "";
  return `${unique_id} (${status}${rows}): ${message ?? ""}${sql}`;
}

/** The compiled lines around the one that the message names, or the first twelve. */
function linesAround(sql: string, message: string): string {
  const lines = sql.split("\n");
  const named = Number(/LINE (\d+):/.exec(message)?.[1] ?? 6);
  const from = Math.max(0, named - 6);
  const numbered = lines.map((line, index) => `${String(index + 1).padStart(5)} | ${line}`);
  return numbered.slice(from, from + 12).join("\n");
}
