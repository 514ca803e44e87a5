import { HUNDRED, multiply } from '../../../calc/fraction';
import { PAYOUT_BASES } from '../../choices';
import { say, type FormulaSite, type SheetContext } from '../../definition';
import { edgesAbove, inBand, ladder, literal } from '../evaluation/formulaParts';
import type { IncentiveRow } from './incentiveRows';

/** The same figure of 绩效汇总 in this file, found by name; null when it is not in it. */
export function fromSummary(key: string, row: IncentiveRow | null, site: FormulaSite): string | null {
  return lookUp('evaluationSummary', key, row, site);
}

/** A column of another sheet at the row of this member. */
export function lookUp(sheetId: string, key: string, row: IncentiveRow | null, site: FormulaSite): string | null {
  const [names, values] = [site.other(sheetId, 'name'), site.other(sheetId, key)];
  if (names === null || values === null || row?.unique === false) return null;
  return `IF(${site.cell('name')}="","",IFERROR(INDEX(${values},MATCH(${site.cell('name')},${names},0)),""))`;
}

/** The figure the bands are applied to, in points of percent: chosen by 奖金依据 in 规则 (specification section 9). */
export function basisFormula(row: IncentiveRow | null, site: FormulaSite, ctx: SheetContext): string | null {
  const chosen = site.otherCell('rules', 'value', 'basis');
  if (chosen === null) return null;
  const is = (value: string): string => {
    const choice = PAYOUT_BASES.find((one) => one.value === value);
    return `${chosen}="${choice ? say(choice.label, ctx.locale) : value}"`;
  };
  const [completion, total] = [site.cell('overall'), site.cell('total')];
  // The primary indicator stands in 评估明细, which a payout file need not have: its completion comes along as a number.
  const primary = row?.primary ? literal(multiply(row.primary, HUNDRED)) : row ? '""' : completion;
  return `IF(${site.cell('name')}="","",IF(${is('totalScore')},${total},IF(${is('primaryIndicator')},${primary},${completion})))`;
}

/** `≥80%`: the band that was hit; "" without a figure or below the last band. */
export function bandFormula(site: FormulaSite, ctx: SheetContext): string | null {
  const bands = ladder(site, 'payout', ctx.data.plan.policy.payoutBands.length);
  if (bands === null) return null;
  const basis = site.cell('basis');
  const above = edgesAbove(basis, bands);
  const hit = `"≥"&INDEX(${bands.from},${above}+1)&"%"`;
  return `IF(${basis}="","",IF(${above}>=COUNT(${bands.from}),"",${hit}))`;
}

/** Payout ratio in points of percent; 0 without a figure. */
export function ratioFormula(site: FormulaSite, ctx: SheetContext): string | null {
  const bands = ladder(site, 'payout', ctx.data.plan.policy.payoutBands.length);
  if (bands === null) return null;
  const basis = site.cell('basis');
  return `IF(${site.cell('name')}="","",IF(${basis}="",0,${inBand(basis, bands, '0')}))`;
}

/**
 * Bonus base × ratio × presence, rounded to 分. The inner ROUND(…,8) puts back a product that lies exactly between two
 * 分 and came out of binary arithmetic a trifle below, so that it is rounded up as the engine does.
 */
export function bonusFormula(site: FormulaSite): string {
  const product = `N(${site.cell('bonusBase')})*N(${site.cell('ratio')})/100*IF(${site.cell('presence')}="",1,${site.cell('presence')})`;
  return `IF(${site.cell('name')}="","",ROUND(ROUND(${product},8),2))`;
}

/** Never below 0. */
export const paidFormula = (site: FormulaSite): string =>
  `IF(${site.cell('name')}="","",ROUND(MAX(0,${site.cell('bonus')}+N(${site.cell('adjustment')})),2))`;
