import type { PayoutRecord, PayoutState } from '../../../domain/evaluation';
import { standingFinalisation } from '../../../calc/frozen';
import { fromDecimal } from '../../../calc/fraction';
import { yuanToFen } from '../../../calc/quantity';
import type { ImportRow, ImportTarget, Refusal, RowOutcome } from '../../definition';
import { memberNamed } from '../../import/people';
import { isApproved, takesBack } from './approval';
import { adjustmentsOf, REASON_JOINT, reasonText } from './incentiveRows';

/**
 * Keeps what stands beside the amounts; a changed adjustment is a new, dated one over the difference. What was approved stays
 * (issue 6: frozen from approval): a file may say that and how it was paid, but not change it, take it back, or approve what
 * is not evaluated finally.
 */
export function importIncentive(row: ImportRow, target: ImportTarget): RowOutcome {
  const byKey = target.data.members.get(row.key ?? '');
  const member =
    byKey?.name === row.text('name')
      ? byKey
      : (memberNamed(target, row.text('employeeNo')) ?? memberNamed(target, row.text('name')));
  if (!member) return { refused: { code: 'import.unknownPerson', column: 'name', params: { text: row.text('name') } } };
  const known = target.data.payouts.get(member.id);
  const old: PayoutRecord = known ?? {
    id: member.id,
    nonMaterial: '',
    basis: '',
    paidOn: null,
    method: '',
    state: 'draft',
  };
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const record: PayoutRecord = {
    ...old,
    nonMaterial: kept('nonMaterial', old.nonMaterial, () => row.text('nonMaterial')),
    basis: kept('basisText', old.basis, () => row.text('basisText')),
    paidOn: kept('paidOn', old.paidOn, () => row.value('paidOn')),
    method: kept('method', old.method, () => row.text('method')),
    state: kept('state', old.state, () => stateOf(row.value('state'), old.state)),
  };
  const refusal = againstApproval(record, old, target);
  if (refusal) return { refused: refusal };
  const says = record.nonMaterial + record.basis + record.method !== '' || record.paidOn !== null;
  if (known || says || record.state !== 'draft') target.put('payouts', record);
  const refused = row.has('adjustment') ? importAdjustment(row, target, member.id, isApproved(old.state)) : null;
  return refused ? { refused } : { key: member.id };
}

/** Why a row cannot be taken beside what was approved; null when it can. A plan that comes with the file brings its states. */
function againstApproval(record: PayoutRecord, old: PayoutRecord, target: ImportTarget): Refusal | null {
  if (isApproved(old.state)) {
    if (takesBack(record.state, old.state)) return { code: 'import.payoutApproved', column: 'state' };
    if (record.nonMaterial !== old.nonMaterial) return { code: 'import.payoutApproved', column: 'nonMaterial' };
  } else if (isApproved(record.state) && !target.isNew('members', record.id) && !standingFinalisation(target.data)) {
    return { code: 'import.notFinal', column: 'state' };
  }
  return null;
}

/** 待审批 stands for what is still a draft as well as for what was handed in. */
function stateOf(written: string | null, stored: PayoutState): PayoutState {
  if (written === null) return stored;
  return written === 'submitted' && stored === 'draft' ? stored : (written as PayoutState);
}

function importAdjustment(row: ImportRow, target: ImportTarget, memberId: string, approved: boolean): Refusal | null {
  const adjustments = adjustmentsOf(target.data, memberId);
  const stored = adjustments.reduce((fen, { amount }) => fen + amount, 0);
  const written = yuanToFen(fromDecimal(row.value('adjustment') ?? '0'));
  const reasons = reasonText(adjustments);
  const text = row.has('reason') ? row.text('reason') : reasons;
  const last = adjustments.at(-1);
  if (written === stored) {
    // A reason put right. What this very import wrote reads differently only because it was added to older reasons.
    const ofThisImport = last && target.isNew('adjustments', last.id) && last.reason === text;
    if (text === reasons || ofThisImport || !row.has('reason')) return null;
    if (approved) return { code: 'import.payoutApproved', column: 'reason' };
    if (!last || text === '') return { code: 'import.reasonRequired', column: 'reason' };
    if (adjustments.length > 1) return { code: 'import.reasonOfSeveral', column: 'reason', params: { text } };
    target.put('adjustments', { ...last, reason: text });
    return null;
  }
  if (approved) return { code: 'import.payoutApproved', column: 'adjustment' };
  const reason = text.startsWith(reasons + REASON_JOINT) ? text.slice(reasons.length + REASON_JOINT.length) : text;
  if (reason.trim() === '') return { code: 'import.reasonRequired', column: 'reason' };
  if (reasons !== '' && text === reasons) {
    return { code: 'import.reasonOfChange', column: 'reason', params: { text } };
  }
  target.put('adjustments', { id: target.newId(), memberId, amount: written - stored, reason, at: target.now });
  return null;
}
