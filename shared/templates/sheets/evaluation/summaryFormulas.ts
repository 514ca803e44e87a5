import { INDICATOR_KINDS } from '../../choices';
import { say, type FormulaSite, type SheetContext } from '../../definition';
import { inBand, isWhole, ladder } from './formulaParts';
import type { SummaryRow } from './summaryRows';

/** Word in the column 状态 for a member whose result is not complete. */
export const provisionalWord = (ctx: SheetContext): string => (ctx.locale === 'en' ? 'Provisional' : '暂定');

type Kind = 'quantitative' | 'qualitative';

/** The rows of this member and kind in 评估明细 that count, as a condition for SUMPRODUCT; null without that sheet. */
function counted(kind: Kind, site: FormulaSite, ctx: SheetContext): string | null {
  const [names, kinds, weighted] = ['name', 'kind', 'weighted'].map((key) => site.other('evaluationDetail', key));
  const choice = INDICATOR_KINDS.find(({ value }) => value === kind);
  if (!names || !kinds || !weighted || !choice) return null;
  return `(${names}=${site.cell('name')})*(${kinds}="${say(choice.label, ctx.locale)}")*ISNUMBER(${weighted})`;
}

/** Sum of the weighted points of one kind; "" when nothing counts: not rated is not 0. */
export function scoreFormula(kind: Kind, row: SummaryRow | null, site: FormulaSite, ctx: SheetContext): string | null {
  const rows = counted(kind, site, ctx);
  const weighted = site.other('evaluationDetail', 'weighted');
  if (rows === null || weighted === null || row?.live[kind] === false) return null;
  const name = ctx.blank ? `${site.cell('name')}="",` : '';
  const none = `SUMPRODUCT(${rows})=0`;
  return `IF(${name === '' ? none : `OR(${name}${none})`},"",SUMPRODUCT(${rows},${weighted}))`;
}

/** Σ weight × capped completion ÷ Σ weight over the quantitative rows that count. */
export function overallFormula(row: SummaryRow | null, site: FormulaSite, ctx: SheetContext): string | null {
  const rows = counted('quantitative', site, ctx);
  const [weight, completion] = ['weight', 'completion'].map((key) => site.other('evaluationDetail', key));
  if (rows === null || !weight || !completion || row?.live.quantitative === false) return null;
  const total = `SUMPRODUCT(${rows},${weight})`;
  return `IF(${total}=0,"",SUMPRODUCT(${rows},${weight},${completion})/${total})`;
}

/** Shares × scores; "" while a part whose share is not 0 is missing (specification section 5). */
export function totalFormula(site: FormulaSite): string | null {
  const numbers = site.otherCell('rules', 'value', 'share.quantitative');
  const people = site.otherCell('rules', 'value', 'share.qualitative');
  if (numbers === null || people === null) return null;
  const [quantitative, qualitative] = [site.cell('quantitative'), site.cell('qualitative')];
  const missing = `OR(${site.cell('name')}="",AND(${numbers}<>0,${quantitative}=""),AND(${people}<>0,${qualitative}=""))`;
  return `IF(${missing},"",(${numbers}*N(${quantitative})+${people}*N(${qualitative}))/100)`;
}

/**
 * Standard competition rank (1, 2, 2, 4); provisional members come after all complete ones. Totals count as greater from
 * a billionth on, so that equal totals tie although binary sums differ in their last digits. Only in a file of the
 * whole plan: in a part of it the rank is the plan's and stays a value.
 */
export function rankFormula(site: FormulaSite, ctx: SheetContext): string | null {
  if (!isWhole(ctx)) return null;
  const [total, totals] = [site.cell('total'), site.column('total')];
  const [state, states] = [site.cell('state'), site.column('state')];
  const word = provisionalWord(ctx);
  const better = `COUNTIFS(${totals},">"&ROUND(${total}+0.000000001,9),${states},IF(${state}="${word}","${word}","<>${word}"))`;
  const complete = `IF(${state}="${word}",COUNTIFS(${totals},">=0",${states},"<>${word}"),0)`;
  return `IF(${total}="","",1+${better}+${complete})`;
}

/** Grade by the rules; "" without a total and below the lowest grade. */
export function gradeFormula(site: FormulaSite, ctx: SheetContext): string | null {
  const bands = ladder(site, 'grade', ctx.data.plan.policy.grades.length);
  if (bands === null) return null;
  const total = site.cell('total');
  return `IF(${total}="","",${inBand(total, bands, '""')})`;
}
