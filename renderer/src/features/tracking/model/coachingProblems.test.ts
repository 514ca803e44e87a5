import { describe, expect, it } from 'vitest';
import { coachingProblems, type CoachingFields } from './coachingProblems';

const whole: CoachingFields = {
  kind: 'mentor',
  memberId: 'a',
  topic: '带教',
  mentorId: 'b',
  on: '2026-08-24',
  due: '2026-08-24',
};

describe('help that is to be arranged', () => {
  it('needs a content, and may begin and end on one day', () => {
    expect(coachingProblems(whole)).toEqual([]);
    expect(coachingProblems({ ...whole, topic: '  ' })).toEqual(['topic']);
  });
  it('needs two people where one leads the other', () => {
    expect(coachingProblems({ ...whole, mentorId: '' })).toEqual(['mentor']);
    expect(coachingProblems({ ...whole, mentorId: 'a' })).toEqual(['mentor']);
    expect(coachingProblems({ ...whole, kind: 'training', mentorId: '' })).toEqual([]);
  });
  it('does not end before it begins; days may be open', () => {
    expect(coachingProblems({ ...whole, due: '2026-08-23' })).toEqual(['due']);
    expect(coachingProblems({ ...whole, on: '', due: '2026-08-23' })).toEqual([]);
    expect(coachingProblems({ ...whole, due: '' })).toEqual([]);
  });
});
