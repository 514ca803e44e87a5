import type { Goal, GoalHolder } from '../../domain/goal';
import type { Indicator } from '../../domain/indicator';
import type { Level } from '../../domain/organisation';
import { makeGoal, makeMember } from '../../domain/builders';
import type { ImportRow, ImportTarget, Refusal, RowOutcome } from '../definition';
import { goalCoded, indicatorFor } from '../import/goals';
import { memberNamed, people, person } from '../import/people';
import { unitFor } from '../import/units';

const refuse = (code: string, column: string, text = ''): { refused: Refusal } => ({
  refused: { code, column, params: { text } },
});

/** One row of 目标分解: the goal, and its indicator and holder, which are made when there are none yet. */
export function importGoal(row: ImportRow, target: ImportTarget): RowOutcome {
  const known = target.data.goals.get(row.key ?? '') ?? goalCoded(target, row.text('code'));
  const holder = holderOf(row, target, known);
  if ('refused' in holder) return holder;
  if ((row.value('target') ?? '').startsWith('-')) return refuse('import.negative', 'target', row.text('target'));
  if ((row.value('weight') ?? '').startsWith('-')) return refuse('import.negative', 'weight', row.text('weight'));
  const parent = parentOf(row, target, known);
  if ('refused' in parent) return parent;
  const indicator = importIndicator(row, target);
  const old =
    known ?? makeGoal({ id: target.newId(), holder, indicatorId: indicator.id, order: target.data.goals.size });
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const responsible = people(target, row.list('responsible'), old.responsibleIds);
  const supporting = people(target, row.list('supporting'), old.supportingIds);
  // 协作人 lend resources and often are another department: they join as external helpers, neither ranked nor paid.
  const helpers = supporting.unknown.map((name) => addHelper(target, name));
  if (responsible.unknown[0] !== undefined)
    return refuse('import.unknownPerson', 'responsible', responsible.unknown[0]);
  const accountable = person(target, row.text('accountable'), old.accountableId, old.accountableName);
  const goal: Goal = {
    ...old,
    code: row.text('code'),
    level: row.text('level') as Level,
    parentId: kept('parent', old.parentId, () => parent.id),
    holder,
    indicatorId: indicator.id,
    dimension: kept('dimension', old.dimension, () => row.text('dimension')),
    dimensionValue: kept('dimensionValue', old.dimensionValue, () => row.text('dimensionValue')),
    baseline: kept('baseline', old.baseline, () => row.value('baseline')),
    target: row.value('target'),
    targetBasis: kept(
      'targetBasis',
      old.targetBasis,
      () => (row.value('targetBasis') ?? 'total') as Goal['targetBasis'],
    ),
    weight: kept('weight', old.weight, () => row.value('weight')),
    accountableId: kept('accountable', old.accountableId, () => accountable.id),
    accountableName: kept('accountable', old.accountableName, () => accountable.name),
    responsibleIds: kept('responsible', old.responsibleIds, () => responsible.ids),
    supportingIds: kept('supporting', old.supportingIds, () => [...supporting.ids, ...helpers]),
    partOfLarger: known?.partOfLarger ?? isOfLarger(row, target),
    due: kept('due', old.due, () => row.value('due')),
    source: kept('source', old.source, () => row.text('source')),
    agreement: {
      ...old.agreement,
      state: kept(
        'agreement',
        old.agreement.state,
        () => (row.value('agreement') ?? 'open') as Goal['agreement']['state'],
      ),
      on: kept('agreedOn', old.agreement.on, () => row.value('agreedOn')),
    },
    note: kept('note', old.note, () => row.text('note')),
  };
  target.put('goals', goal);
  return { key: goal.id };
}

/** Someone from outside the team who helps with a goal; gives the new member's id. */
function addHelper(target: ImportTarget, name: string): string {
  const id = target.newId();
  target.put('members', makeMember({ id, name, external: true, order: target.data.members.size }));
  return id;
}

/** The company's goal in the plan of one of its teams: the rest of it is carried outside this plan. */
function isOfLarger(row: ImportRow, target: ImportTarget): boolean {
  const { teamName } = target.data.plan;
  return row.text('level') === 'company' && teamName !== '' && row.text('holder') !== teamName;
}

/** A member for a personal goal, a unit otherwise; the stored holder stays when its name does. */
function holderOf(row: ImportRow, target: ImportTarget, known: Goal | undefined): GoalHolder | { refused: Refusal } {
  const name = row.text('holder');
  const level = row.text('level') as Level;
  if (level !== 'person') {
    const unit = unitFor(target, name, level);
    // 成员 knows a unit only by name; its level comes from the goal it holds.
    if (unit.level !== level && target.isNew('units', unit.id)) target.put('units', { ...unit, level });
    return { kind: 'unit', unitId: unit.id };
  }
  if (known?.holder.kind === 'member' && target.data.members.get(known.holder.memberId)?.name === name)
    return known.holder;
  const member = memberNamed(target, name);
  return member ? { kind: 'member', memberId: member.id } : refuse('import.unknownPerson', 'holder', name);
}

/** The parent may stand further down: the second pass finds it. One that never appears is refused by then. */
function parentOf(
  row: ImportRow,
  target: ImportTarget,
  known: Goal | undefined,
): { id: string | null } | { refused: Refusal } {
  const code = row.text('parent');
  if (code === '') return { id: null };
  const parent = goalCoded(target, code);
  if (!parent) return target.finalPass ? refuse('import.unknownGoal', 'parent', code) : { id: null };
  const seen = new Set<string>();
  for (let above: Goal | undefined = parent; above && !seen.has(above.id);) {
    if (above.id === known?.id) return refuse('import.ownAncestor', 'parent', code);
    seen.add(above.id);
    above = target.data.goals.get(above.parentId ?? '');
  }
  return { id: parent.id };
}

/** What a goal's row says about its indicator; a column that is absent or blank says nothing. */
function importIndicator(row: ImportRow, target: ImportTarget): Indicator {
  const kind = row.text('kind') as Indicator['kind'];
  const old = indicatorFor(target, row.text('indicator'), kind);
  const indicator: Indicator = {
    ...old,
    kind,
    aggregation: (row.value('aggregation') ?? old.aggregation) as Indicator['aggregation'],
    direction: (row.value('direction') ?? old.direction) as Indicator['direction'],
    unit: row.value('unit') ?? old.unit,
  };
  target.put('indicators', indicator);
  return indicator;
}
