import { describe, expect, it } from 'vitest';
import {
  defaultPolicy,
  makeFeedbackForm,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
} from '../../shared/domain/builders';
import type { Relation } from '../../shared/domain/indicator';
import { bandValue, pointsOf } from '../../shared/calc/bands';
import { workCalendar } from '../../shared/calc/calendar';
import { completionOf } from '../../shared/calc/completion';
import { feedbackResult } from '../../shared/calc/feedback';
import { toFractionText } from '../../shared/calc/fraction';
import { makeFrame } from '../../shared/calc/frame';
import { evaluatePlan } from '../../shared/calc/plan';
import { toDecimal } from '../../shared/calc/quantity';
import type { Fraction } from '../../shared/calc/result';
import { showPoints } from '../../shared/calc/show';
import { splitTarget } from '../../shared/calc/split';
import { amountOf, tallyFacts } from '../../shared/calc/tally';
import { warningRun } from '../../shared/calc/warning';
import { decimal, facts, parse, readCases, type VectorFact, type VectorIndicator } from './support';

const text = (value: Fraction | null): string | null => (value === null ? null : toFractionText(value));
const policy = defaultPolicy();

interface CompletionCase {
  readonly name: string;
  readonly indicator: VectorIndicator;
  readonly target: string;
  readonly facts: readonly VectorFact[];
  readonly expect: { state: string; completion: string | null; points?: string; payoutRatio?: string };
}

describe.skipIf(readCases('completion.json').length === 0)('vectors: completion', () => {
  const quarter = makeFrame('2026-07-01', '2026-09-30', '2026-10-01', workCalendar());
  it.each(readCases<CompletionCase>('completion.json').map((item) => [item.name, item] as const))('%s', (_, item) => {
    const cap = item.indicator.cap;
    const indicator = makeIndicator({ id: 'i', ...item.indicator, cap: cap == null ? null : decimal(cap) });
    const tally = tallyFacts(facts('g', item.facts), indicator.aggregation, quarter);
    const { actual } = amountOf(tally, 0, quarter.parts.length, false);
    const completion = completionOf(indicator, parse(item.target), actual);
    const { capped } = completion;
    expect({
      state: completion.state,
      completion: text(capped),
      ...(capped && {
        points: toDecimal(pointsOf(policy.scoring, capped)),
        payoutRatio: toDecimal(bandValue(policy.payoutBands, capped)),
      }),
    }).toEqual(item.expect);
  });
});

interface SplitCase {
  readonly name: string;
  readonly total: string;
  readonly precision: number;
  readonly start: string;
  readonly end: string;
  readonly monthWeights?: readonly string[];
  readonly holidays?: readonly string[];
  readonly makeupDays?: readonly string[];
  readonly expect: {
    readonly months: readonly { month: string; target: string }[];
    readonly slots: readonly { start: string; end: string; workdays: number; target: string }[];
  };
}

describe.skipIf(readCases('split.json').length === 0)('vectors: split', () => {
  it.each(readCases<SplitCase>('split.json').map((item) => [item.name, item] as const))('%s', (_, item) => {
    const calendar = workCalendar({
      official: false,
      ownHolidays: item.holidays ?? [],
      ownWorkdays: item.makeupDays ?? [],
    });
    const frame = makeFrame(item.start, item.end, item.end, calendar);
    const { months, slots } = frame.timeline;
    const weights = Object.fromEntries(
      (item.monthWeights ?? []).map((weight, i) => [months[i]?.month ?? '', decimal(weight)]),
    );
    const targets = splitTarget(parse(item.total), item.precision, frame, weights);
    expect({
      months: months.map(({ month }, i) => ({ month, target: text(targets.months[i] ?? null) })),
      slots: slots.map(({ start, end, workdays }, i) => ({
        start,
        end,
        workdays,
        target: text(targets.slots[i] ?? null),
      })),
    }).toEqual({
      months: item.expect.months.map(({ month, target }) => ({ month, target: text(parse(target)) })),
      slots: item.expect.slots.map((slot) => ({ ...slot, target: text(parse(slot.target)) })),
    });
  });
});

interface WarningCase {
  readonly name: string;
  readonly weeks: readonly { target: string; actual: string | null }[];
  readonly threshold: string;
  readonly run: number;
  readonly expect: { run: number; level: string; unreported: readonly number[] };
}

describe.skipIf(readCases('warning.json').length === 0)('vectors: warning', () => {
  it.each(readCases<WarningCase>('warning.json').map((item) => [item.name, item] as const))('%s', (_, item) => {
    const indicator = makeIndicator({ id: 'i' });
    const slots = item.weeks.map((week, i) => {
      const target = parse(week.target);
      const actual = week.actual === null ? null : parse(week.actual);
      const completion = completionOf(indicator, target, actual).value;
      return { n: i + 1, target, actual, completion, reported: actual !== null };
    });
    const { run, level, unreported } = warningRun(slots, { threshold: parse(item.threshold), run: item.run });
    expect({ run, level, unreported }).toEqual(item.expect);
  });
});

interface QualitativeCase {
  readonly name: string;
  readonly indicators: readonly {
    id: string;
    weight: string;
    relations: Partial<Record<'superior' | 'peer' | 'customer' | 'report', string>>;
  }[];
  readonly forms: readonly { relation: Relation; scores: Record<string, number | string | null> }[];
  readonly expect: {
    readonly score: string | null;
    readonly perIndicator: Record<string, string | null>;
    readonly missing: Record<string, readonly string[]>;
  };
}

describe.skipIf(readCases('qualitative.json').length === 0)('vectors: qualitative', () => {
  it.each(readCases<QualitativeCase>('qualitative.json').map((item) => [item.name, item] as const))('%s', (_, item) => {
    const forms = item.forms.map((form, i) =>
      makeFeedbackForm({
        id: `f${i}`,
        assesseeId: 'm',
        relation: form.relation,
        state: 'returned',
        answers: Object.entries(form.scores).map(([indicatorId, score]) => ({
          indicatorId,
          score: score === null ? null : decimal(score),
          notObserved: score === null,
          comment: '',
        })),
      }),
    );
    const result = feedbackResult(
      item.indicators.map((indicator) => ({ indicator, weight: parse(indicator.weight) })),
      forms,
    );
    expect(text(result.score)).toBe(item.expect.score);
    for (const { indicatorId, score, relations } of result.indicators) {
      // What confidentiality hides is checked through the combined score.
      const hidden = score === null && relations.some((relation) => relation.hidden);
      if (!hidden) expect([indicatorId, text(score)]).toEqual([indicatorId, item.expect.perIndicator[indicatorId]]);
      const missing = relations.filter((relation) => relation.missing).map(({ relation }) => relation);
      expect([indicatorId, missing.sort()]).toEqual([indicatorId, [...(item.expect.missing[indicatorId] ?? [])].sort()]);
    }
  });
});

interface TeamCase {
  readonly name: string;
  readonly members: readonly {
    name: string;
    baseFen: number;
    qualitative: string | null;
    rows: readonly { indicator: VectorIndicator; weight: string; target: string; facts: readonly VectorFact[] }[];
  }[];
  readonly adjustmentsFen?: Readonly<Record<string, readonly number[]>>;
  readonly expect: {
    readonly members: readonly {
      name: string;
      quantitative: string | null;
      overallCompletion: string | null;
      states: readonly string[];
      total: string | null;
      totalShown: string | null;
      ratio: string;
      bonusFen: number;
      paidFen: number;
      rank: number | null;
    }[];
    readonly stars: readonly string[];
  };
}

describe.skipIf(readCases('team.json').length === 0)('vectors: team', () => {
  it.each(readCases<TeamCase>('team.json').map((item) => [item.name, item] as const))('%s', (_, item) => {
    const attitude = makeIndicator({ id: 'q', kind: 'qualitative', relations: { superior: '100' } });
    const rows = item.members.flatMap((member) =>
      member.rows.map((row, i) => {
        const id = `${member.name}-${i}`;
        const cap = row.indicator.cap;
        return {
          indicator: makeIndicator({ id, ...row.indicator, cap: cap == null ? null : decimal(cap) }),
          goal: makeGoal({
            id,
            holder: { kind: 'member', memberId: member.name },
            indicatorId: id,
            target: decimal(row.target),
            weight: decimal(row.weight),
            order: i,
          }),
          facts: facts(id, row.facts),
        };
      }),
    );
    const data = makePlanData(makePlan({ id: 'p', asOf: '2026-10-01' }), {
      members: item.members.map(({ name, baseFen }, order) => makeMember({ id: name, bonusBase: baseFen, order })),
      indicators: [attitude, ...rows.map((row) => row.indicator)],
      goals: [
        ...rows.map((row) => row.goal),
        ...item.members.map(({ name }) =>
          makeGoal({
            id: `${name}-q`,
            holder: { kind: 'member', memberId: name },
            indicatorId: 'q',
            weight: '100',
            order: 99,
          }),
        ),
      ],
      facts: rows.map((row) => row.facts),
      // In these cases no data has been confirmed as 0.
      noDataDecisions: rows.map((row) => ({ id: row.goal.id, decision: 'zero' as const, reason: 'vector' })),
      feedbackForms: item.members.flatMap(({ name, qualitative }) =>
        qualitative === null
          ? []
          : [
              makeFeedbackForm({
                id: `${name}-f`,
                assesseeId: name,
                relation: 'superior',
                state: 'returned',
                answers: [{ indicatorId: 'q', score: decimal(qualitative), notObserved: false, comment: '' }],
              }),
            ],
      ),
      adjustments: Object.entries(item.adjustmentsFen ?? {}).flatMap(([memberId, amounts]) =>
        amounts.map((amount, i) => ({
          id: `${memberId}-a${i}`,
          memberId,
          amount,
          reason: 'vector',
          at: '2026-10-01T00:00:00.000Z',
        })),
      ),
    });
    const result = evaluatePlan(data, '2026-10-01');
    const seen = item.members.map(({ name }) => {
      const member = result.members.get(name);
      return {
        name,
        quantitative: text(member?.quantitative ?? null),
        overallCompletion: text(member?.overallCompletion ?? null),
        states: (member?.rows ?? []).filter((row) => row.kind === 'quantitative').map((row) => row.completion.state),
        total: text(member?.total ?? null),
        totalShown: member?.total ? showPoints(member.total) : null,
        ratio: toDecimal(member?.payout.ratio ?? parse(-1)),
        bonusFen: member?.payout.bonus,
        paidFen: member?.payout.paid,
        rank: member?.rank ?? null,
      };
    });
    expect(seen).toEqual(item.expect.members);
    expect([...result.stars].sort()).toEqual([...item.expect.stars].sort());
  });
});

it('has found cases', () => {
  const files = ['completion', 'split', 'warning', 'qualitative', 'team'];
  expect(files.filter((name) => readCases(`${name}.json`).length > 0)).not.toEqual([]);
});
