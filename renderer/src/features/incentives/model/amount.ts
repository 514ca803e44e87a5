import { fromDecimal } from '#shared/calc/fraction';
import type { Decimal } from '#shared/domain/primitives';
import { fromText } from '../../policy/bandDraft';

/** A typed amount in 元, with or without thousands separators; null when it is blank or no number. */
export const amountOf = (text: string): Decimal | null => fromText(text.replace(/[,，\s]/g, ''));

/** Blank, or an amount that is not negative. */
export function isAmount(text: string): boolean {
  const amount = amountOf(text);
  return text === '' || (amount !== null && fromDecimal(amount).n >= 0n);
}
