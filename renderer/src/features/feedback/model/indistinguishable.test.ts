import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { evaluationReport } from '#shared/calc/report';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { Relation } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { renderConversationRecord } from '#shared/templates/forms/conversationRecord';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { memberDerivation, scoreDerivation } from '../../derivation/scoreDerivation';
import { draftOf, indicatorsAsked } from './answers';
import { radarLines, remarks, resultRows } from './results';
import { formsOf } from './round';

const AT = '2026-10-12T00:00:00.000Z';
let counter = 0;
const sample = makeSamplePlan({ newId: () => `id-${++counter}`, now: AT });
const one = [...sample.members.values()].find(({ name }) => name === '刘子涵')?.id ?? '';
const teamwork = [...sample.indicators.values()].find(({ name }) => name === '团队协作')?.id ?? '';

/** Two colleagues are left of three; each relation's answers on teamwork are moved by its points. */
function planWith(moved: Partial<Record<Relation, number>>): PlanData {
  const peers = formsOf(sample, one).filter(({ relation }) => relation === 'peer');
  const forms = [...sample.feedbackForms.values()]
    .filter(({ id }) => id !== peers[2]?.id)
    .map((form): FeedbackForm => {
      const by = form.assesseeId === one ? (moved[form.relation] ?? 0) : 0;
      const answers = form.answers.map((answer) =>
        answer.indicatorId === teamwork && answer.score !== null
          ? { ...answer, score: String(Number(answer.score) + by) }
          : answer,
      );
      return { ...form, answers };
    });
  return { ...sample, feedbackForms: new Map(forms.map((form) => [form.id, form])) };
}

/** Everything that is shown or handed out about the person, except the manager's own whole copy of the data. */
function shown(data: PlanData): string {
  const result = evaluatePlan(data, '2026-10-12');
  const options = { data, result, locale: 'zh-CN', exportedAt: AT } as const;
  const rows = resultRows(data, result, one);
  const context = { data, result, t: (key: string) => key };
  const opened = formsOf(data, one).map((form) =>
    draftOf(form, indicatorsAsked(data, result, one, form.relation), result),
  );
  const books = [
    ...(['all', 'superior', 'finance', 'self'] as const).map((audience) =>
      renderWorkbook('evaluation', { ...options, audience, scope: { kind: 'member', memberId: one } }),
    ),
    ...(['superior', 'finance', 'self'] as const).map((audience) => renderWorkbook('plan', { ...options, audience })),
    renderConversationRecord({ ...options, memberId: one }),
  ];
  return JSON.stringify(
    [
      rows.map((row) => [row.feedback, [...row.cells]]),
      radarLines(rows),
      remarks(data, one),
      opened,
      result.members.get(one),
      evaluationReport(data, result),
      memberDerivation(one, context),
      scoreDerivation(one, teamwork, context),
      books,
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}

describe('two rounds that differ only in what is hidden', () => {
  // Superior and colleagues weigh the same on teamwork: what one gives more and the other less cancels out.
  it('look the same in table, radar, remarks, opened forms, derivations, report, template 3 and the record', () => {
    expect(shown(planWith({ superior: 3, peer: -3 }))).toBe(shown(planWith({})));
  });

  it('are told apart as soon as what is shown differs', () => {
    expect(shown(planWith({ superior: 3 }))).not.toBe(shown(planWith({})));
  });
});
