import type { PayoutState } from '../../../domain/evaluation';

const ORDER: readonly PayoutState[] = ['draft', 'submitted', 'approved', 'paid'];
const APPROVED = ORDER.indexOf('approved');

/** Approved or paid: from here on what it says is frozen (issue 6); a file may only tell that it was paid. */
export const isApproved = (state: PayoutState): boolean => ORDER.indexOf(state) >= APPROVED;

/** A state that would take an approval or a payment back. */
export const takesBack = (next: PayoutState, stored: PayoutState): boolean =>
  isApproved(stored) && ORDER.indexOf(next) < ORDER.indexOf(stored);
