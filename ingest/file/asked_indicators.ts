import { type KnownIndicator, nearestIndicators } from "../parse/indicator.ts";
import type { Question } from "../problems/question.ts";
import type { Recognition } from "../recognise/recognition.ts";

/** What is asked of a whole table of indicators with all of the programme's to be chosen, the nearest first. */
export function withIndicators(
  recognition: Recognition,
  indicators: readonly KnownIndicator[] = [],
): Recognition {
  if (recognition.kind === "form") return recognition;
  const questions = recognition.questions.map((question) =>
    question.kind === "category" && question.candidates.length === 0
      ? { ...question, candidates: candidatesOf(question, indicators) }
      : question,
  );
  return { ...recognition, questions };
}

function candidatesOf({ text }: Question, indicators: readonly KnownIndicator[]) {
  return nearestIndicators(indicators, text, indicators.length).map(
    ({ indicator_id, title_vi, title_en }) => ({ id: indicator_id, vi: title_vi, en: title_en }),
  );
}
