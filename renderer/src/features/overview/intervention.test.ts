import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/change';
import { makeMember, makePlan, makePlanData, makeTrackingNote } from '#shared/domain/builders';
import { missingFields, recordIntervention, type InterventionDraft } from './intervention';

const draft: InterventionDraft = {
  cause: ' 客户推迟采购 ',
  measure: '每周陪访',
  support: '',
  ownerId: 'm',
  due: '2026-09-04',
};
const member = makeMember({ id: 'm', name: '郑凯' });
const newId = () => 'fresh';

describe('an intervention', () => {
  it('is recorded as a note of the slot its run ends in, with its day and owner', () => {
    const data = makePlanData(makePlan({ id: 'p' }), { members: [member] });
    const after = applyChanges(data, [recordIntervention(data, 'g', 8, draft, '2026-08-24', newId)]);
    expect(after.trackingNotes.get('fresh')).toMatchObject({
      goalId: 'g',
      slot: 8,
      cause: '客户推迟采购',
      ownerName: '郑凯',
      intervention: true,
      recordedOn: '2026-08-24',
    });
  });
  it('completes the note that stands there instead of adding a second one', () => {
    const note = makeTrackingNote({ id: 'old', goalId: 'g', slot: 8, cause: '旧' });
    const data = makePlanData(makePlan({ id: 'p' }), { members: [member], trackingNotes: [note] });
    const after = applyChanges(data, [recordIntervention(data, 'g', 8, draft, '2026-08-24', newId)]);
    expect([...after.trackingNotes.keys()]).toEqual(['old']);
    expect(after.trackingNotes.get('old')?.intervention).toBe(true);
  });
  it('is not complete without a cause and a measure', () => {
    expect(missingFields({ ...draft, cause: '  ', measure: '' })).toEqual(['cause', 'measure']);
    expect(missingFields(draft)).toEqual([]);
  });
});
