import { fromDecimal } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { dayRange, monthDay, weekday } from '../../format/date';
import { formatPercentSign, formatQuantity } from '../../format/number';
import { percentText } from '../derivation/bands';
import { indicatorName, type DerivationContext } from '../derivation/context';
import { groupName, holderName } from './model/lookups';
import type { Need } from './model/needs';

/** What a line of 需要我处理 says: whose, what, and the small print. */
export interface NeedText {
  readonly who: string;
  readonly what: string;
  readonly detail: string;
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** The warning threshold that holds for an indicator, as a ratio. */
export function thresholdOf(data: PlanData, goal: Goal): string {
  return data.indicators.get(goal.indicatorId)?.warning?.threshold ?? data.plan.policy.warningThreshold;
}

/** `6–8`, `7` or `3, 5`: numbers of slots, runs joined. */
export function slotNumbers(slots: readonly number[]): string {
  const first = slots[0];
  const last = slots.at(-1);
  if (first === undefined || last === undefined) return '';
  if (slots.length > 1 && last - first === slots.length - 1) return `${first}–${last}`;
  return slots.join(', ');
}

function warning(need: Need & { kind: 'warning' }, { data, t }: DerivationContext): NeedText {
  const threshold = thresholdOf(data, need.goal);
  const edges: readonly Fraction[] = [fromDecimal(threshold)];
  return {
    who: holderName(data, need.goal),
    what: t('overview.need.warning.what', {
      indicator: indicatorName(data, need.goal.indicatorId),
      n: need.slots.length,
      threshold: percentText(threshold),
    }),
    detail: t('overview.need.warning.detail', {
      slots: slotNumbers(need.slots),
      rates: need.completions.map((rate) => formatPercentSign(rate, edges)).join(t('overview.listComma')),
    }),
  };
}

function unreported(need: Need & { kind: 'unreported' }, { data, result, t }: DerivationContext): NeedText {
  const slots = result.timeline.slots.filter((slot) => need.slots.includes(slot.n));
  const first = slots[0];
  const last = slots.at(-1);
  return {
    who: holderName(data, need.goal),
    what: t('overview.need.unreported.what', {
      slots: slotNumbers(need.slots),
      indicator: indicatorName(data, need.goal.indicatorId),
    }),
    detail: joined(groupName(data, need.goal), first && last ? dayRange(first.start, last.end) : ''),
  };
}

function milestone(need: Need & { kind: 'milestone' }, { data, t }: DerivationContext): NeedText {
  const indicator = data.indicators.get(need.goal.indicatorId);
  const { standing } = need;
  const now =
    standing.kind === 'manual'
      ? ''
      : standing.kind === 'ratio'
        ? formatPercentSign(standing.value)
        : `${formatQuantity(standing.value, indicator?.precision ?? 0)} ${indicator?.unit ?? ''}`;
  const { date } = need.milestone;
  return {
    who: holderName(data, need.goal),
    what: need.milestone.title,
    detail: joined(
      `${monthDay(date)} ${t(`overview.weekday.${weekday(date)}`)}`,
      now === '' ? '' : t('overview.need.milestone.now', { now }),
    ),
  };
}

function agreement(need: Need & { kind: 'agreement' }, { data, t }: DerivationContext): NeedText {
  const { goal } = need;
  const indicator = data.indicators.get(goal.indicatorId);
  const target = goal.target === null ? '' : toDecimal(fromDecimal(goal.target));
  const { state, on } = goal.agreement;
  return {
    who: holderName(data, goal),
    what:
      need.count > 1
        ? t('overview.need.agreement.several', { n: need.count })
        : target
          ? `${indicator?.name ?? ''} ${formatQuantity(fromDecimal(target), indicator?.precision ?? 0)} ${indicator?.unit ?? ''}`
          : `${indicator?.name ?? ''} ${t('overview.need.agreement.noTarget')}`,
    detail:
      state === 'proposed' && on !== null
        ? t('overview.need.agreement.proposed', { date: monthDay(on) })
        : t(`overview.need.agreement.${state === 'proposed' ? 'waiting' : 'open'}`),
  };
}

/** The texts of one need, in the language of `t`. */
export function needText(need: Need, context: DerivationContext & { readonly today: IsoDate }): NeedText {
  const { data, t } = context;
  switch (need.kind) {
    case 'warning':
      return warning(need, context);
    case 'unreported':
      return unreported(need, context);
    case 'milestone':
      return milestone(need, context);
    case 'agreement':
      return agreement(need, context);
    case 'coaching': {
      const { on, topic, memberId } = need.coaching;
      const when = on === null ? '' : `${monthDay(on)} ${t(`overview.weekday.${weekday(on)}`)}`;
      return {
        who: data.members.get(memberId)?.name ?? '',
        what: t('overview.need.coaching'),
        detail: joined(when, topic),
      };
    }
    case 'feedback': {
      const late = need.due < context.today;
      return {
        who: t('overview.need.feedback.who', { n: need.raters }),
        what: t('overview.need.feedback.what'),
        detail: t(`overview.need.feedback.${late ? 'late' : 'due'}`, { n: need.forms.length, due: monthDay(need.due) }),
      };
    }
    case 'talk': {
      const when = need.scheduledOn;
      return {
        who: data.members.get(need.memberId)?.name ?? '',
        what: t('overview.need.talk.what'),
        detail:
          when === null ? t('overview.need.talk.open') : `${monthDay(when)} ${t(`overview.weekday.${weekday(when)}`)}`,
      };
    }
  }
}
