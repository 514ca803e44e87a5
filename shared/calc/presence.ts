import type { Member } from '../domain/organisation';
import { earlier, later } from './dates';
import { fraction, ONE } from './fraction';
import type { Frame } from './frame';
import type { Fraction } from './result';

/**
 * Working days present ÷ working days of the period (specification section 6), both the first and the last day of
 * the membership counting as present. 1 for a period without working days.
 */
export function presenceOf(member: Pick<Member, 'joinedOn' | 'leftOn'>, frame: Frame): Fraction {
  if (frame.timeline.workdays === 0) return ONE;
  const from = member.joinedOn === null ? frame.start : later(frame.start, member.joinedOn);
  const to = member.leftOn === null ? frame.end : earlier(frame.end, member.leftOn);
  return fraction(BigInt(frame.calendar.countWorkdays(from, to)), BigInt(frame.timeline.workdays));
}
