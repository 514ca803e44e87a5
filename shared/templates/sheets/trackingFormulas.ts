import { fromDecimal, toNumber } from '../../calc/fraction';
import { isPercent } from '../../calc/figures';
import type { FormulaSite, SheetContext } from '../definition';
import type { TrackingRow } from './trackingRows';

/*
 * Formulas of 过程跟踪. They use nothing newer than Excel 2010 (no LET, XLOOKUP or dynamic arrays), as WPS and
 * LibreOffice must recalculate them too. In a blank form `row` is null: a sum of which more is better.
 */

const excelDate = (date: string): string => `DATE(${date === '' ? '1900,1,1' : date.split('-').map(Number).join(',')})`;

/** The row is a week to come that nobody has filled in yet. */
const ahead = (site: FormulaSite, ctx: SheetContext): string =>
  `AND(${site.cell('start')}>${excelDate(ctx.result.timeline.asOf)},${site.cell('actual')}="")`;

const soFar = (site: FormulaSite): string =>
  `${site.column('code')},${site.cell('code')},${site.column('week')},"<="&${site.cell('week')}`;

/** Rate of a week from its two sides. */
export function rateFormula(row: TrackingRow | null, site: FormulaSite): string | null {
  if (row?.indicator.aggregation !== 'ratio') return null;
  const factor = isPercent(row.indicator) ? '*100' : '';
  const [top, below] = [site.cell('numerator'), site.cell('denominator')];
  return `IF(OR(${top}="",${below}="",N(${below})=0),"",${top}/${below}${factor})`;
}

/** Completion in points of one cell against another (specification section 2). */
function completion(row: TrackingRow | null, target: string, actual: string): string {
  const empty = `OR(${target}="",${actual}="")`;
  const indicator = row?.indicator;
  if (!indicator || indicator.direction === 'higher') {
    return `IF(${empty},"",IF(${target}=0,"",MAX(0,${actual}/${target})*100))`;
  }
  const atZero = `IF(${actual}=0,100,0)`;
  const best = indicator.cap === null ? 200 : toNumber(fromDecimal(indicator.cap)) * 100;
  const judged =
    indicator.lowerFormula === 'linear'
      ? `MAX(0,2-${actual}/${target})*100`
      : `IF(${actual}<=0,${best},MAX(0,${target}/${actual})*100)`;
  return `IF(${empty},"",IF(${target}=0,${atZero},${judged}))`;
}

export function completionFormula(row: TrackingRow | null, site: FormulaSite): string {
  // A closing value stands until the next one is reported: the week is judged by what was last known.
  const actual = row?.indicator.aggregation === 'last' ? 'cumulativeActual' : 'actual';
  return completion(row, site.cell('target'), site.cell(actual));
}

export const cumulativeCompletionFormula = (row: TrackingRow | null, site: FormulaSite): string =>
  completion(row, site.cell('cumulativeTarget'), site.cell('cumulativeActual'));

export function cumulativeTargetFormula(row: TrackingRow | null, site: FormulaSite): string {
  const target = site.cell('target');
  const added = (row?.indicator.aggregation ?? 'sum') === 'sum';
  return `IF(${target}="","",${added ? `SUMIFS(${site.column('target')},${soFar(site)})` : target})`;
}

export function cumulativeActualFormula(row: TrackingRow | null, site: FormulaSite, ctx: SheetContext): string {
  return `IF(OR(${site.cell('code')}="",${ahead(site, ctx)}),"",${soFarActual(row, site)})`;
}

function soFarActual(row: TrackingRow | null, site: FormulaSite): string {
  const actuals = site.column('actual');
  const reported = `COUNTIFS(${soFar(site)},${actuals},"<>")`;
  switch (row?.indicator.aggregation) {
    case 'ratio': {
      const factor = isPercent(row.indicator) ? '*100' : '';
      const below = `SUMIFS(${site.column('denominator')},${soFar(site)})`;
      return `IF(${below}=0,"",SUMIFS(${site.column('numerator')},${soFar(site)})/${below}${factor})`;
    }
    case 'average':
      return `IF(${reported}=0,"",AVERAGEIFS(${actuals},${soFar(site)}))`;
    case 'last': {
      const match = `(${site.column('code')}=${site.cell('code')})*(${site.column('week')}<=${site.cell('week')})`;
      return `IFERROR(LOOKUP(2,1/(${match}*(${actuals}<>"")),${actuals}),"")`;
    }
    default:
      return `IF(${reported}=0,"",SUMIFS(${actuals},${soFar(site)}))`;
  }
}

/**
 * Weeks in a row under the threshold up to this one (specification section 7): a week without target or report is
 * skipped and carries the run on. Compared after ROUND(…,9): a completion of exactly 80 % may come out of binary
 * arithmetic as 79.99999999999999 and must not count as under.
 */
export function runFormula(row: TrackingRow | null, site: FormulaSite, ctx: SheetContext): string {
  const { plan } = ctx.data;
  const threshold = toNumber(row?.threshold ?? fromDecimal(plan.policy.warningThreshold)) * 100;
  const previous =
    site.row === site.firstRow
      ? '0'
      : `IF(${site.cellAt('code', site.row - 1)}=${site.cell('code')},N(${site.cellAt('run', site.row - 1)}),0)`;
  if (row?.notJudged) return previous;
  const [completed, actual, target] = [site.cell('completion'), site.cell('actual'), site.cell('target')];
  const skipped = `OR(${actual}="",N(${target})=0,${completed}="")`;
  const counted = `IF(${skipped},${previous},IF(ROUND(N(${completed})-${threshold},9)<0,${previous}+1,0))`;
  return row === null ? `IF(${site.cell('code')}="","",${counted})` : counted;
}

/** 绿/黄/红 from the run; empty where the week is skipped. */
export function levelFormula(row: TrackingRow | null, site: FormulaSite, ctx: SheetContext): string {
  if (row?.notJudged) return '""';
  const red = row?.indicator.warning?.run ?? ctx.data.plan.policy.warningRun;
  const run = site.cell('run');
  const [green, amber, alert] = ctx.locale === 'en' ? ['Green', 'Amber', 'Red'] : ['绿', '黄', '红'];
  const skipped = `OR(${site.cell('actual')}="",N(${site.cell('target')})=0,${site.cell('completion')}="")`;
  return `IF(${skipped},"",IF(${run}=0,"${green}",IF(${run}>=${red},"${alert}","${amber}")))`;
}
