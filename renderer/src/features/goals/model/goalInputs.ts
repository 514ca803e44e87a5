import { add, divide, floor, fraction, fromDecimal, HUNDRED, multiply, ONE, subtract } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import type { Decimal } from '#shared/domain/primitives';

/** What a target rests on (依据), each in words: last results, what the market gives, what the team can do. */
export interface GoalInputs {
  readonly history: string;
  readonly market: string;
  readonly capacity: string;
  /** What else stands under 依据. */
  readonly other: string;
}

const NAMES = {
  history: ['历史', 'History'],
  market: ['市场', 'Market'],
  capacity: ['产能', 'Capacity'],
} as const;
const KEYS = ['history', 'market', 'capacity'] as const;

/** Reads the inputs out of a goal's source text, whichever language it was written in. */
export function readInputs(source: string): GoalInputs {
  const found = { history: '', market: '', capacity: '' };
  const other: string[] = [];
  for (const part of source.split(/[；;\n]/).map((text) => text.trim())) {
    const [, name = '', text = ''] = /^([^:：]+)[:：]\s*(.*)$/.exec(part) ?? [];
    const key = KEYS.find((one) => NAMES[one].some((word) => word === name.trim()) && found[one] === '');
    if (key) found[key] = text;
    else if (part !== '') other.push(part);
  }
  return { ...found, other: other.join('；') };
}

/** The inputs as a source text, so that template 1 carries them in its own column. */
export function writeInputs(inputs: GoalInputs, english: boolean): string {
  // A semicolon would end the part.
  const clean = (text: string): string => text.trim().replace(/[；;\n]+/g, '，');
  const parts = KEYS.filter((key) => inputs[key].trim() !== '').map(
    (key) => `${NAMES[key][english ? 1 : 0]}${english ? ': ' : '：'}${clean(inputs[key])}`,
  );
  return [...parts, ...(inputs.other === '' ? [] : [inputs.other])].join(english ? '; ' : '；');
}

/** The target that lies `growth` per cent over a baseline, rounded half up to the indicator's fraction digits. */
export function targetFromGrowth(baseline: Decimal, growth: Decimal, precision: number): Decimal {
  const exact = multiply(fromDecimal(baseline), add(ONE, divide(fromDecimal(growth), HUNDRED)));
  const scale = fraction(10n ** BigInt(precision));
  const half = fraction(1n, 2n);
  return toDecimal(divide(fraction(floor(add(multiply(exact, scale), half))), scale));
}

/** Growth of a target over its baseline, 0.3 = +30 %; null without a baseline. */
export function growthOf(target: Fraction | null, baseline: Decimal | null): Fraction | null {
  if (!target || baseline === null) return null;
  const base = fromDecimal(baseline);
  return base.n === 0n ? null : divide(subtract(target, base), base);
}
