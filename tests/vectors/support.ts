import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFacts, type Fact } from '../../shared/domain/builders';
import type { Indicator } from '../../shared/domain/indicator';
import { toDecimal } from '../../shared/calc/quantity';
import type { Fraction } from '../../shared/calc/result';
import { fraction } from '../../shared/calc/fraction';
import type { FactSeries } from '../../shared/domain/facts';

const folder = process.env['WAYMARK_VECTORS'] ?? new URL('.', import.meta.url).pathname;

/** Cases of one file of the vectors; none when the folder given does not hold the file. */
export function readCases<T>(name: string): T[] {
  const path = join(folder, name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T[]) : [];
}

/** `n/d`, a decimal or a number as an exact fraction. */
export function parse(text: string | number): Fraction {
  const [top = '0', bottom = '1'] = String(text).split('/');
  const scale = (part: string): [bigint, bigint] => {
    const [whole = '0', digits = ''] = part.split('.');
    return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
  };
  const [n, nd] = scale(top);
  const [d, dd] = scale(bottom);
  return fraction(n * dd, d * nd);
}

/** Canonical decimal text of what a vector writes as a decimal or a number. */
export const decimal = (text: string | number): string => toDecimal(parse(text));

export interface VectorFact {
  readonly date: string;
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

export type VectorIndicator = Partial<Pick<Indicator, 'aggregation' | 'direction' | 'lowerFormula' | 'cap'>>;

export function facts(goalId: string, list: readonly VectorFact[]): FactSeries {
  return makeFacts(
    goalId,
    list.map(
      ({ date, value, numerator, denominator }): Fact =>
        value === undefined ? [date, decimal(numerator ?? '0'), decimal(denominator ?? '0')] : [date, decimal(value)],
    ),
  );
}
