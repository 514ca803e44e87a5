import type { PanelSubject } from '../../stores/panel';
import type { Derivation, DerivationContext } from './context';
import { goalDerivation } from './goalDerivation';
import { payoutDerivation } from './payoutDerivation';
import { memberDerivation, scoreDerivation } from './scoreDerivation';

/**
 * The derivation a panel subject asks for: `goal` (id = goal), `score` (id = member, detail = indicator), `member` and
 * `payout` (id = member). null for other kinds and for records that are gone.
 */
export function derive(subject: PanelSubject, context: DerivationContext): Derivation | null {
  switch (subject.kind) {
    case 'goal':
      return goalDerivation(subject.id, context);
    case 'score':
      return scoreDerivation(subject.id, subject.detail ?? '', context);
    case 'member':
      return memberDerivation(subject.id, context);
    case 'payout':
      return payoutDerivation(subject.id, context);
    default:
      return null;
  }
}
