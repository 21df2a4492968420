import { withDatabase } from "../../lib/store/database.ts";

/** What a warehouse says at a glance. */
export interface WarehouseSummary {
  /** Ward-level indicators per status, in the order of concern. */
  statuses: { status: string; indicators: number }[];
  late: { form: string; last_received_at: string | null; last_period_end: string | null }[];
  rejected_cells: number;
  /** Each once, however many files ask it. */
  questions: number;
}

const questions = {
  statuses: `
    select status, count(*)::integer as indicators
    from marts.fct_progress
    where area_id = (select area_id from marts.dim_areas where level = 'ward' and valid_to is null)
    group by status
    order by list_position(
      ['off_track', 'at_risk', 'on_track', 'achieved', 'no_target', 'not_assessable'], status)`,
  late: `
    select form, last_received_at::varchar as last_received_at,
           last_period_end::varchar as last_period_end
    from marts.fct_source_status where is_late order by form`,
  asked: "select count(distinct question_id)::integer as questions from marts.fct_questions",
  rejected: "select count(*)::integer as cells from marts.fct_rejects where severity = 'error'",
};

/** Reads the statuses, late sources and rejected cells of a warehouse, read-only. */
export async function readWarehouseSummary(warehouse: string): Promise<WarehouseSummary> {
  return withDatabase(warehouse, "READ_ONLY", async (ask) => {
    const statuses = (await ask(questions.statuses)) as unknown as WarehouseSummary["statuses"];
    const late = (await ask(questions.late)) as unknown as WarehouseSummary["late"];
    const [rejected] = await ask(questions.rejected);
    const [asked] = await ask(questions.asked);
    return {
      statuses,
      late,
      rejected_cells: Number(rejected?.["cells"] ?? 0),
      questions: Number(asked?.["questions"] ?? 0),
    };
  });
}
