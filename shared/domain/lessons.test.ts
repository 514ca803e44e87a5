import { describe, expect, it } from 'vitest';
import { decodeArchive, encodeArchive } from '../migrations/archive';
import { makePlan, makePlanData } from './builders';
import type { Lesson } from './evaluation';
import {
  hasUnsettledPractice,
  lessonsInOrder,
  nextLessonOrder,
  settleVersion,
  withDecision,
  withoutDecision,
} from './lessons';

const card = (id: string, part: Partial<Lesson> = {}): Lesson => ({
  id,
  kind: 'success',
  title: id,
  facts: '',
  cause: '',
  practice: '',
  sopName: '',
  owner: '',
  suggestion: '',
  tags: [],
  ...part,
});
const planWith = (...lessons: Lesson[]) => makePlanData(makePlan({ id: 'plan' }), { lessons });

describe('the cards of a retrospective', () => {
  it('keep their order when they come back sorted by id, as archives and databases hold them', () => {
    const data = planWith(card('z', { order: 0 }), card('a', { order: 1 }), card('m', { order: 2 }));
    const back = decodeArchive(encodeArchive([data], '2026-10-12T00:00:00Z'));
    expect(back.ok && [...(back.value[0]?.lessons.keys() ?? [])]).toEqual(['a', 'm', 'z']);
    expect(back.ok && back.value[0] && lessonsInOrder(back.value[0]).map(({ id }) => id)).toEqual(['z', 'a', 'm']);
  });
  it('of an earlier release stand before new ones', () => {
    const data = planWith(card('new', { order: 0 }), card('old'));
    expect(lessonsInOrder(data).map(({ id }) => id)).toEqual(['old', 'new']);
    expect(nextLessonOrder(data)).toBe(1);
    expect(nextLessonOrder(planWith())).toBe(0);
  });
});

describe('the versions of a procedure', () => {
  const first = settleVersion(card('a', { practice: '报价附总成本' }), '2026-10-01', '首版');
  it('are counted up, and the old text stays readable', () => {
    const second = settleVersion({ ...first, practice: '报价附总成本和停机损失' }, '2026-10-12', '加停机损失');
    expect(second.sopVersions).toEqual([
      { version: 1, on: '2026-10-01', text: '报价附总成本', change: '首版' },
      { version: 2, on: '2026-10-12', text: '报价附总成本和停机损失', change: '加停机损失' },
    ]);
  });
  it('are only due when the text differs from the last one', () => {
    expect(hasUnsettledPractice(card('a'))).toBe(false);
    expect(hasUnsettledPractice(card('a', { practice: '沙龙' }))).toBe(true);
    expect(hasUnsettledPractice(first)).toBe(false);
    expect(hasUnsettledPractice({ ...first, practice: '改了' })).toBe(true);
  });
  it('come back from an archive, which refuses a version that is none', () => {
    const text = encodeArchive([planWith(first)], '2026-10-12T00:00:00Z');
    const back = decodeArchive(text);
    expect(back.ok && back.value[0]?.lessons.get('a')).toEqual(first);
    const wrong = JSON.parse(text) as { plans: { lessons: { sopVersions: unknown }[] }[] };
    for (const lesson of wrong.plans[0]?.lessons ?? []) lesson.sopVersions = [{ version: 'one' }];
    const refused = decodeArchive(JSON.stringify(wrong));
    expect(refused.ok ? null : refused.error.code).toBe('archive.unreadable');
  });
});

describe('decisions of the meeting', () => {
  it('stand on the card in the order they were made, and can be taken back one by one', () => {
    const [first, second] = ['每组办一场沙龙', '名单定为里程碑'].map((text) => ({
      on: '2026-10-12',
      text,
      owner: '刘子涵',
    }));
    if (!first || !second) throw new Error('two decisions');
    const both = withDecision(withDecision(card('a'), first), second);
    expect(both.decisions).toEqual([first, second]);
    expect(withoutDecision(both, 0).decisions).toEqual([second]);
  });
});
