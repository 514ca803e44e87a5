import type { Goal } from '../../domain/goal';
import type { Slot } from '../../calc/result';
import { makeTrackingNote } from '../../domain/builders';
import type { TrackingNote } from '../../domain/tracking';
import { looseText } from '../codec/text';
import type { ImportRow, ImportTarget, Refusal, RowOutcome } from '../definition';
import { goalCoded, holderName, indicatorNamed } from '../import/goals';
import { person } from '../import/people';
import { planSlots, withSlotFact, type SlotFact } from './slotFacts';

const refuse = (code: string, column: string, params: Record<string, string | number> = {}): { refused: Refusal } => ({
  refused: { code, column, params },
});

/** One row of 过程跟踪: the week's figure becomes a fact dated its last day; empty stays not reported, 0 is 0. */
export function importTracking(row: ImportRow, target: ImportTarget): RowOutcome {
  const goal = goalOf(row, target);
  if (!goal) return refuse('import.unknownGoal', 'code', { text: row.text('code') });
  const slot = slotOf(row, target);
  if ('refused' in slot) return slot;
  const indicator = target.data.indicators.get(goal.indicatorId);
  const isRatio = indicator?.aggregation === 'ratio';
  const fact: SlotFact = isRatio
    ? { value: null, numerator: row.value('numerator'), denominator: row.value('denominator') }
    : { value: row.value('actual'), numerator: null, denominator: null };
  const halves = isRatio && (fact.numerator === null) !== (fact.denominator === null);
  if (halves || (isRatio && fact.numerator === null && row.value('actual') !== null)) {
    return refuse('import.ratioNeedsParts', fact.numerator === null ? 'numerator' : 'denominator');
  }
  if (isRatio ? row.has('numerator') && row.has('denominator') : row.has('actual')) {
    const known = target.data.facts.get(goal.id);
    const series = withSlotFact(known, goal.id, indicator?.aggregation ?? 'sum', slot, fact);
    if (series && series !== known) target.put('facts', series);
  }
  importNote(row, target, goal, slot);
  return { key: `${goal.id}#${slot.n}` };
}

/** By the hidden key, by code, else by responsible person and indicator. */
function goalOf(row: ImportRow, target: ImportTarget): Goal | undefined {
  const byKey = target.data.goals.get((row.key ?? '').split('#')[0] ?? '');
  if (byKey) return byKey;
  const byCode = goalCoded(target, row.text('code'));
  if (byCode) return byCode;
  const indicator = indicatorNamed(target, row.text('indicator'));
  const holder = looseText(row.text('responsible'));
  const matches = [...target.data.goals.values()].filter(
    (goal) => goal.indicatorId === indicator?.id && looseText(holderName(target.data, goal)) === holder,
  );
  return matches.length === 1 ? matches[0] : undefined;
}

/** The week by its number; its days, where written, must be that week's. */
function slotOf(row: ImportRow, target: ImportTarget): Slot | { refused: Refusal } {
  const slot = planSlots(target.data.plan).find(({ n }) => String(n) === row.text('week'));
  if (!slot) return refuse('import.unknownWeek', 'week', { text: row.text('week') });
  for (const side of ['start', 'end'] as const) {
    const day = row.value(side);
    if (day !== null && (day < slot.start || day > slot.end)) return refuse('import.weekMismatch', side, { text: day });
  }
  return slot;
}

function importNote(row: ImportRow, target: ImportTarget, goal: Goal, slot: Slot): void {
  if (!['cause', 'measure', 'support', 'owner', 'due', 'state'].some((column) => row.has(column))) return;
  const known = [...target.data.trackingNotes.values()]
    .filter((note) => note.goalId === goal.id && note.slot === slot.n)
    .at(-1);
  const texts = ['cause', 'measure', 'support', 'owner', 'due'].map((column) => row.text(column));
  if (texts.every((text) => text === '') && !known?.intervention) {
    const emptied = ['cause', 'measure', 'support', 'owner', 'due', 'state'].every((column) => row.has(column));
    if (known && emptied && row.text('state') === '') target.remove('trackingNotes', known.id);
    if (!known || emptied) return;
  }
  const old = known ?? makeTrackingNote({ id: target.newId(), goalId: goal.id, slot: slot.n });
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const owner = person(target, row.text('owner'), old.ownerId, old.ownerName);
  const measure = kept('measure', old.measure, () => row.text('measure'));
  const note: TrackingNote = {
    ...old,
    cause: kept('cause', old.cause, () => row.text('cause')),
    measure,
    support: kept('support', old.support, () => row.text('support')),
    ownerId: kept('owner', old.ownerId, () => owner.id),
    ownerName: kept('owner', old.ownerName, () => owner.name),
    due: kept('due', old.due, () => row.value('due')),
    state: kept('state', old.state, () => (row.value('state') ?? old.state) as TrackingNote['state']),
    // A measure that is written down answers the week's warning (specification section 7).
    intervention: old.intervention || (measure !== '' && measure !== old.measure),
  };
  target.put('trackingNotes', note);
}
