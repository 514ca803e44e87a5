import { divide, whole } from '#shared/calc/fraction';
import { fenToYuan, toFixed } from '#shared/calc/quantity';
import type { MoneyUnit } from '#shared/domain/plan';
import type { Fen } from '#shared/domain/primitives';
import { groupDigits, NOTHING } from './number';

const WAN = whole(10_000);

/** An amount in 元 without its sign, for a column whose head says so: `32,700.00`. */
export function formatYuan(amount: Fen | null): string {
  return amount === null ? NOTHING : groupDigits(toFixed(fenToYuan(amount), 2));
}

/** A difference of amounts in 元: `+1,500.00`, `−3,300.00`, `0.00`. */
export function formatSignedYuan(amount: Fen | null): string {
  return amount !== null && amount > 0 ? `+${formatYuan(amount)}` : formatYuan(amount);
}

/** An amount in the plan's money unit, without the unit's name: 元 or 万元, 2 places each. */
export function formatMoneyFigure(amount: Fen | null, unit: MoneyUnit): string {
  if (amount === null) return NOTHING;
  const yuan = fenToYuan(amount);
  return groupDigits(toFixed(unit === 'wan' ? divide(yuan, WAN) : yuan, 2));
}

/** An amount in running text: `¥1,234,500.00`, or `123.45` with the name of 万元 behind it. */
export function formatMoney(amount: Fen | null, unit: MoneyUnit, wanName: string): string {
  if (amount === null) return NOTHING;
  if (unit === 'wan') return `${formatMoneyFigure(amount, 'wan')} ${wanName}`;
  const text = formatYuan(amount);
  return text.startsWith('\u2212') ? `\u2212¥${text.slice(1)}` : `¥${text}`;
}
