import type { Indicator } from '../../../domain/indicator';
import type { Member } from '../../../domain/organisation';
import type { PlanData } from '../../../domain/planData';
import { fromDecimal, HUNDRED, multiply, toNumber } from '../../../calc/fraction';
import type { Fraction } from '../../../calc/result';
import type { FormulaSite, SheetContext } from '../../definition';

/*
 * Parts of the formulas of templates 3 and 4. Only functions of Excel 2010, WPS and LibreOffice are used (no LET,
 * XLOOKUP or dynamic arrays); array conditions stand in SUMPRODUCT, which evaluates them without special entry.
 *
 * Edges are compared after ROUND(…,9). A weighted mean that is exactly 80 % may come out of binary arithmetic as
 * 79.99999999999999; at 9 digits it is 80 again, while 79.999999 % stays below.
 */

/** Ranges of the lower edges and of the values of one ladder in 规则. */
export interface Ladder {
  readonly from: string;
  readonly value: string;
}

/** A ladder of 规则; null when the file has no such rules. */
export function ladder(site: FormulaSite, prefix: string, count: number): Ladder | null {
  const range = (key: string): string | null => {
    const first = site.otherCell('rules', key, `${prefix}.0`);
    const last = site.otherCell('rules', key, `${prefix}.${count - 1}`);
    return first === null || last === null ? null : `${first}:${last.slice(last.lastIndexOf('!') + 1)}`;
  };
  const [from, value] = [range('from'), range('value')];
  return from === null || value === null ? null : { from, value };
}

/** Number of edges above a figure: the best band has none. */
export const edgesAbove = (figure: string, { from }: Ladder): string =>
  `SUMPRODUCT((${from}<>"")*(ROUND(${figure}-${from},9)<0))`;

/** What the band of a figure holds in `column`, or `otherwise` below the last edge. */
export function inBand(figure: string, bands: Ladder, otherwise: string, column: keyof Ladder = 'value'): string {
  const above = edgesAbove(figure, bands);
  return `IF(${above}>=COUNT(${bands.from}),${otherwise},INDEX(${bands[column]},${above}+1))`;
}

/** A number as it stands in a formula. */
export const literal = (value: Fraction): string => String(toNumber(value));

/**
 * Completion in points of the cell `actual` against the cell `target` (specification section 2), after the cap where
 * `capped`; "" where either is empty or the target does not apply. Without an indicator (blank form): more is better,
 * no cap.
 */
export function completionText(indicator: Indicator | null, target: string, actual: string, capped: boolean): string {
  const empty = `OR(${target}="",${actual}="")`;
  const cap = indicator?.cap == null ? null : literal(multiply(fromDecimal(indicator.cap), HUNDRED));
  const limited = (value: string): string => (capped && cap !== null ? `MIN(${cap},${value})` : value);
  if (indicator?.direction !== 'lower') {
    return `IF(${empty},"",IF(${target}<=0,"",${limited(`MAX(0,${actual}/${target}*100)`)}))`;
  }
  const judged =
    indicator.lowerFormula === 'linear'
      ? `MAX(0,(2-${actual}/${target})*100)`
      : `IF(${actual}<=0,${cap ?? '200'},${target}/${actual}*100)`;
  return `IF(${empty},"",IF(${target}<0,"",IF(${target}=0,${limited(`IF(${actual}=0,100,0)`)},${limited(judged)})))`;
}

const plainName = (name: string): string => name.trim().toLowerCase();

/** Nobody else goes by this name, so that a formula may find the member by it (wildcards would find others too). */
export function nameIsUnique(data: PlanData, member: Member): boolean {
  if (/[*?~]/.test(member.name)) return false;
  const same = [...data.members.values()].filter(({ name }) => plainName(name) === plainName(member.name));
  return same.length === 1;
}

/** Ranked members the recipient sees, best first; those without a result yet at the end. */
export function evaluatedMembers(ctx: SheetContext): Member[] {
  const ranked = ctx.result.ranking.flatMap((id) => ctx.data.members.get(id) ?? []);
  const known = new Set(ranked.map(({ id }) => id));
  const rest = [...ctx.data.members.values()]
    .filter(({ id, external }) => !external && !known.has(id))
    .sort((a, b) => a.order - b.order);
  return [...ranked, ...rest].filter(({ id }) => ctx.sees.member(id));
}

/** The members of the file are all there are: only then may a formula rank or add them up against the plan. */
export const isWhole = (ctx: SheetContext): boolean => ctx.scope.kind === 'all';
