import { fenToYuan, toFixed } from '#shared/calc/quantity';
import type { Fen } from '#shared/domain/primitives';
import { groupDigits, NOTHING } from './number';

/** An amount in 元 without its sign, for a column whose head says so: `32,700.00`. */
export function formatYuan(amount: Fen | null): string {
  return amount === null ? NOTHING : groupDigits(toFixed(fenToYuan(amount), 2));
}

/** A difference of amounts in 元: `+1,500.00`, `−3,300.00`, `0.00`. */
export function formatSignedYuan(amount: Fen | null): string {
  return amount !== null && amount > 0 ? `+${formatYuan(amount)}` : formatYuan(amount);
}
