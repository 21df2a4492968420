import type { RowRule } from "./policy_rules.ts";

/** What readers of the public edition get of a mart: these columns of the rows that its rule keeps. */
interface Shown {
  rows: RowRule;
  /** Columns that are published, in a table's own order. */
  columns: readonly string[];
  /** Columns that are not: pages read null there, whole tables do not have them. */
  internal?: readonly string[];
}

/** What becomes of a mart in the public edition. */
export type Decision = Shown | "internal";

/**
 * Every mart and every column of it, decided by hand. A mart or a column that nobody has decided
 * on stops the build of the public edition; see `decisionOf`.
 */
export const decisions: Readonly<Record<string, Decision>> = {
  dim_agencies: { rows: "all", columns: words("agency_id name_vi name_en short_vi") },
  dim_areas: {
    rows: "all",
    columns: words("area_id code name name_en level parent_area_id sort_order valid_from valid_to"),
  },
  dim_indicators: {
    rows: "public_indicators",
    columns: words(
      "indicator_id section section_id sort_order title_vi title_en unit unit_vi unit_en",
      "counted_vi counted_en kind measure_type temporal_aggregation direction lower_bound upper_bound",
      "frequency decimals visibility agency_id definition_vi definition_en formula_vi formula_en",
      "reference_series denominator_lens disclosure numerator_id denominator_id",
    ),
  },
  dim_papers: "internal",
  dim_programme: {
    rows: "all",
    columns: words(
      "ward_id ward_code ward_vi ward_en ward_valid_from city_id city title_vi title_en document_vi",
      "document_en first_date last_date first_shown_year neighbourhood_vi neighbourhood_short_vi",
      "neighbourhood_en",
    ),
  },
  dim_sections: {
    rows: "their_sections",
    columns: words(
      "section_id sort_order title_vi title_en promise_vi promise_en agency_id target_group",
    ),
  },
  dim_targets: {
    rows: "public_indicators",
    columns: words(
      "indicator_id target_type due_date cadence operator target_value legal_basis assigned_by",
      "valid_from valid_to",
    ),
  },
  fct_backtests: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id method title_vi title_en n_origins mase coverage_80 coverage_95",
      "weight is_selected",
    ),
  },
  fct_breaks: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id break_date kind reason_vi reason_en n_before n_after is_split",
    ),
  },
  fct_changes: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id since_kind since_date report_period report_number report_date",
      "report_known_by period_end_before status_before period_end_after value_after status_after",
      "is_new is_status_changed",
    ),
    internal: words("value_before n_revised last_revised"),
  },
  fct_explanations: "internal",
  fct_files: "internal",
  fct_lineage: "internal",
  fct_linkage: "internal",
  fct_observations: {
    rows: "controlled_figures",
    columns: words(
      "indicator_id area_id frequency period_start period_end value numerator denominator",
      "is_estimated maturity basis source received_at is_sample assumed_share value_low value_high",
    ),
  },
  fct_observations_by_denominator: "internal",
  fct_pace: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id question position start_date start_value target_value target_due",
      "pace_per_year counted_per_year is_counted value_at_due is_met_at_due arrival_date",
    ),
  },
  fct_paths: {
    rows: "computed_of_ward",
    columns: words("indicator_id area_id path_date planned_value kind"),
  },
  fct_period_values: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id frequency period_label period_start period_end value numerator",
      "denominator method series_frequency n_periods n_expected is_complete is_estimated is_sample",
    ),
  },
  fct_progress: {
    rows: "progress_of_ward",
    columns: words(
      "indicator_id area_id as_of section_id frequency target_type latest_period_end latest_value",
      "baseline_date baseline_value target_value target_due target_operator target_cadence",
      "path_basis planned_value gap required_per_year needed_count required_count_per_year",
      "actual_per_year projected_at_due projected_lower_80 projected_upper_80 probability_met",
      "arrival_date reached_date status reason_code n_points is_sample",
    ),
  },
  fct_progress_published_methods: "internal",
  fct_projections: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id frequency period_end step value lower_80 upper_80 lower_95 upper_95",
      "method method_vi",
    ),
  },
  fct_quality: "internal",
  fct_rejects: "internal",
  fct_reported_figures: "internal",
  fct_revisions: "internal",
  fct_signals: "internal",
  fct_source_status: {
    rows: "all",
    columns: words(
      "form title_vi title_en agency_id last_received_at last_period_end expected_every",
      "next_due_date is_late is_sample",
    ),
    internal: words("files rejected_rows"),
  },
  fct_trends: {
    rows: "computed_of_ward",
    columns: words(
      "indicator_id area_id frequency window break_date slope_per_year slope_lower_95",
      "slope_upper_95 method direction n_points",
    ),
  },
};

/**
 * The decision about a mart with these columns.
 *
 * @throws where the mart or one of the columns has none
 */
export function decisionOf(mart: string, columns: readonly string[]): Decision {
  const decision = Object.hasOwn(decisions, mart) ? decisions[mart] : undefined;
  if (!decision) throw undecided(`marts.${mart}`);
  if (decision === "internal") return decision;
  const decided = new Set([...decision.columns, ...(decision.internal ?? [])]);
  const open = columns.filter((column) => !decided.has(column));
  if (open.length > 0) throw undecided(open.map((column) => `marts.${mart}.${column}`).join(", "));
  return decision;
}

function undecided(what: string): Error {
  return new Error(
    `dashboards/reading/editions/policies.ts: expected a decision whether it is public, found none; ` +
      `add it there as public or internal: ${what}`,
  );
}

function words(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(" "));
}
