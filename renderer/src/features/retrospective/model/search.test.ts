import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/domain/evaluation';
import { lessonScore, searchLessons } from './search';

const lesson = (part: Partial<Lesson> & Pick<Lesson, 'id'>): Lesson => ({
  kind: 'success',
  title: '',
  facts: '',
  cause: '',
  practice: '',
  sopName: '',
  owner: '',
  suggestion: '',
  tags: [],
  ...part,
});

const referral = lesson({
  id: 'a',
  title: '华东：客户转介绍加沙龙拓展新客户',
  practice: '每月请老客户介绍',
  tags: ['沙龙'],
});
const price = lesson({ id: 'b', title: '西南：输给低价竞品', practice: '报价附总成本对比', sopName: '《报价SOP》' });
const payment = lesson({ id: 'c', title: '签约当天约定付款日', facts: '沙龙上签的合同' });

describe('searching the library', () => {
  it('finds a Chinese word inside a sentence without spaces', () => {
    expect(searchLessons([referral, price], '转介绍')).toEqual([referral]);
    expect(searchLessons([referral, price], '总成本')).toEqual([price]);
  });
  it('puts a hit in title and tags before one in running text', () => {
    expect(searchLessons([payment, referral], '沙龙').map(({ id }) => id)).toEqual(['a', 'c']);
  });
  it('finds words in another order or with something between by their pairs', () => {
    expect(searchLessons([referral, price], '新客户转介绍')).toEqual([referral]);
    expect(searchLessons([referral, price], '低价竞争产品竞品')).toEqual([]);
  });
  it('reads what the meeting decided and what earlier versions said', () => {
    const decided = lesson({
      id: 'd',
      title: '晨会',
      decisions: [{ on: '2026-10-10', text: '每周一看预警', owner: '' }],
      sopVersions: [{ version: 1, on: '2026-09-01', text: '十分钟站会', change: '' }],
    });
    expect(searchLessons([referral, decided], '看预警')).toEqual([decided]);
    expect(searchLessons([referral, decided], '站会')).toEqual([decided]);
  });
  it('wants every term', () => {
    expect(searchLessons([referral, price], '沙龙 报价')).toEqual([]);
  });
  it('reads full-width letters and any case alike', () => {
    expect(searchLessons([price], 'ｓｏｐ')).toEqual([price]);
  });
  it('keeps everything in order without a query', () => {
    expect(searchLessons([price, referral], ' 、 ')).toEqual([price, referral]);
  });
  it('always finds a lesson by any piece of its title', () => {
    const text = fc.string({ unit: fc.constantFrom(...'客户转介绍沙龙报价回款abc'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (title, from, length) => {
        const start = from % title.length;
        const piece = title.slice(start, start + 1 + (length % (title.length - start)));
        expect(lessonScore(lesson({ id: 'x', title }), piece)).toBeGreaterThan(0);
      }),
    );
  });
});
