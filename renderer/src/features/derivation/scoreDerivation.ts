import { HUNDRED, multiply } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction, MemberResult, ScoreRow } from '#shared/calc/result';
import type { DerivationStep } from '../../ui/derivationStep';
import { formatPercentSign, formatPoints, formatQuantity, NOTHING } from '../../format/number';
import { bandIndex, bandText, percentText } from './bands';
import {
  completionEdges,
  indicatorName,
  type Derivation,
  type DerivationContext,
  type DerivationSection,
} from './context';

/** A share as per cent without needless zeros: `50%`, `33.3%`. */
const shareText = (share: Fraction): string => `${toDecimal(multiply(share, HUNDRED), 1)}%`;

function pointsStep(row: ScoreRow, { data, t }: DerivationContext): DerivationStep {
  const concealed = row.points === null && row.effectiveShare !== null;
  const value = concealed
    ? t('derivation.score.concealed')
    : t('derivation.score.points', { points: formatPoints(row.points) });
  if (row.kind === 'qualitative') return { label: t('derivation.score.rated'), value };
  const { scoring } = data.plan.policy;
  if (scoring.kind === 'proportional') {
    return { label: t('derivation.score.proportional', { maximum: scoring.maximum }), value };
  }
  const index = row.completion.capped === null ? null : bandIndex(scoring.bands, row.completion.capped);
  return {
    label:
      index === null
        ? t('derivation.score.noBand')
        : t('derivation.score.band', { band: bandText(scoring.bands, index, t) }),
    value,
  };
}

/** actual ÷ target → band → weight → points that count, for one line of the score sheet. */
export function scoreRowSteps(row: ScoreRow, context: DerivationContext): DerivationStep[] {
  const { data, t } = context;
  const indicator = data.indicators.get(row.indicatorId);
  const precision = indicator?.precision ?? 0;
  const steps: DerivationStep[] = [];
  if (row.kind === 'quantitative') {
    const { state } = row.completion;
    steps.push({
      label: `${indicator?.name ?? ''} ${formatQuantity(row.actual, precision)} ÷ ${formatQuantity(row.target, precision)}`,
      value:
        state === 'ok'
          ? formatPercentSign(row.completion.capped, completionEdges(data.plan.policy))
          : t(`derivation.completion.${state}`),
      source: indicator?.source,
    });
  }
  steps.push(pointsStep(row, context));
  steps.push({
    label: t('derivation.score.weight'),
    value: row.effectiveShare === null ? t('derivation.score.leftOut') : `× ${shareText(row.effectiveShare)}`,
    source:
      row.effectiveShare !== null && toDecimal(multiply(row.effectiveShare, HUNDRED)) !== toDecimal(row.weight)
        ? t('derivation.score.entered', { weight: toDecimal(row.weight) })
        : undefined,
  });
  steps.push({ label: t(`derivation.score.${row.kind}`), value: formatPoints(row.weightedPoints), result: true });
  return steps;
}

function rowLine(row: ScoreRow, { data, t }: DerivationContext): DerivationStep {
  const share = row.effectiveShare;
  return {
    label: indicatorName(data, row.indicatorId),
    value:
      share === null
        ? t('derivation.score.leftOut')
        : row.points === null
          ? t('derivation.score.concealed')
          : `${formatPoints(row.points)} × ${shareText(share)}`,
  };
}

function side(
  kind: ScoreRow['kind'],
  score: Fraction | null,
  member: MemberResult,
  context: DerivationContext,
): DerivationSection {
  const { t } = context;
  const rows = member.rows.filter((row) => row.kind === kind);
  return {
    title: t(`derivation.score.${kind}Score`),
    steps: [
      ...rows.map((row) => rowLine(row, context)),
      {
        label: t(`derivation.score.${kind}Score`),
        value: score === null ? t('derivation.score.notRated') : formatPoints(score),
        result: true,
      },
    ],
  };
}

/** Both sides of a member's total, and how they make it. */
export function memberDerivation(memberId: string, context: DerivationContext): Derivation | null {
  const { data, result, t } = context;
  const member = result.members.get(memberId);
  const person = data.members.get(memberId);
  if (!member || !person) return null;
  const { quantitativeShare, qualitativeShare } = data.plan.policy;
  const share = (score: Fraction | null, of: string): string =>
    `${score === null ? NOTHING : formatPoints(score)} × ${percentText(of)}%`;
  const total: DerivationSection = {
    title: t('derivation.total.title'),
    note: member.provisional ? t('derivation.total.provisional') : undefined,
    steps: [
      { label: t('derivation.score.quantitativeScore'), value: share(member.quantitative, quantitativeShare) },
      { label: t('derivation.score.qualitativeScore'), value: share(member.qualitative.score, qualitativeShare) },
      { label: t('derivation.total.title'), value: formatPoints(member.total), result: true },
    ],
  };
  const unit = person.unitId === null ? '' : (data.units.get(person.unitId)?.name ?? '');
  const rank = member.rank === null ? '' : t('derivation.total.rank', { rank: member.rank });
  return {
    title: person.name,
    sub: [unit, rank, member.grade ?? ''].filter((part) => part !== '').join(' · '),
    sections: [
      side('quantitative', member.quantitative, member, context),
      side('qualitative', member.qualitative.score, member, context),
      total,
    ].filter((section) => section.steps.length > 1),
  };
}

/** One line of the score sheet in full. `indicatorId` says which. */
export function scoreDerivation(memberId: string, indicatorId: string, context: DerivationContext): Derivation | null {
  const row = context.result.members.get(memberId)?.rows.find((line) => line.indicatorId === indicatorId);
  const person = context.data.members.get(memberId);
  if (!row || !person) return null;
  return {
    title: person.name,
    sub: indicatorName(context.data, indicatorId),
    sections: [{ title: context.t('common.label.derivation'), steps: scoreRowSteps(row, context) }],
  };
}
