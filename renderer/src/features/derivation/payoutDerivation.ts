import { HUNDRED, multiply, ONE, equal } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction, MemberResult } from '#shared/calc/result';
import type { DerivationStep } from '../../ui/derivationStep';
import { formatSignedYuan, formatYuan } from '../../format/money';
import { formatPercentSign, formatPoints, formatQuantity } from '../../format/number';
import { bandText } from './bands';
import { completionEdges, type Derivation, type DerivationContext } from './context';

const percent = (value: Fraction, places = 2): string => `${toDecimal(multiply(value, HUNDRED), places)}%`;

/** How the basis of the payout comes about: weighted completions, the primary indicator, or the total. */
function basisSteps(member: MemberResult, { data, t }: DerivationContext): DerivationStep[] {
  const { policy } = data.plan;
  const edges = completionEdges(policy);
  if (policy.payoutBasis === 'totalScore') {
    return [{ label: t('derivation.total.title'), value: formatPoints(member.total) }];
  }
  const rows = member.rows.filter((row) => row.kind === 'quantitative' && row.effectiveShare !== null);
  const lines = (policy.payoutBasis === 'primaryIndicator' ? rows.slice(0, 1) : rows).map((row): DerivationStep => {
    const indicator = data.indicators.get(row.indicatorId);
    const show = (value: Fraction | null): string => formatQuantity(value, indicator?.precision ?? 0);
    const completion = formatPercentSign(row.completion.capped, edges);
    return {
      label: `${indicator?.name ?? ''} ${show(row.actual)} ÷ ${show(row.target)}`,
      value:
        policy.payoutBasis === 'overallCompletion' && row.effectiveShare
          ? `${completion} × ${percent(row.effectiveShare, 1)}`
          : completion,
    };
  });
  return [
    ...lines,
    { label: t(`derivation.payout.basis.${policy.payoutBasis}`), value: formatPercentSign(member.payout.basis, edges) },
  ];
}

/** Basis → band → base × ratio × presence → adjustments → paid. */
export function payoutSteps(member: MemberResult, context: DerivationContext): DerivationStep[] {
  const { data, t } = context;
  const { payout } = member;
  const bands = data.plan.policy.payoutBands;
  const steps = basisSteps(member, context);
  steps.push({
    label:
      payout.band === null
        ? t('derivation.payout.noBand')
        : t('derivation.payout.band', { band: bandText(bands, payout.band, t) }),
    value: t('derivation.payout.ratio', { ratio: percent(payout.ratio) }),
  });
  const presence = equal(payout.presence, ONE) ? '1' : percent(payout.presence);
  steps.push({
    label: `${formatYuan(payout.bonusBase)} × ${percent(payout.ratio)} × ${t('derivation.payout.presence', { presence })}`,
    value: formatYuan(payout.bonus),
  });
  for (const adjustment of data.adjustments.values()) {
    if (adjustment.memberId !== member.memberId) continue;
    steps.push({
      label: t('derivation.payout.adjustment'),
      value: formatSignedYuan(adjustment.amount),
      source: adjustment.reason,
    });
  }
  steps.push({
    label: t('derivation.payout.paid'),
    unit: t('common.unit.yuan'),
    value: formatYuan(payout.paid),
    result: true,
  });
  return steps;
}

/** A member's payout in full. */
export function payoutDerivation(memberId: string, context: DerivationContext): Derivation | null {
  const { data, result, t } = context;
  const member = result.members.get(memberId);
  const person = data.members.get(memberId);
  if (!member || !person) return null;
  const unit = person.unitId === null ? '' : (data.units.get(person.unitId)?.name ?? '');
  const rank = member.rank === null ? '' : t('derivation.total.rank', { rank: member.rank });
  return {
    title: person.name,
    sub: [unit, rank].filter((part) => part !== '').join(' · '),
    sections: [
      {
        title: t('common.label.derivation'),
        note: t('derivation.payout.asOf', { date: result.timeline.asOf }),
        steps: payoutSteps(member, context),
      },
    ],
  };
}
