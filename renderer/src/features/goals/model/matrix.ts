import type { Goal } from '#shared/domain/goal';
import { makeMember } from '#shared/domain/builders';
import { putRecord, type Change } from '#shared/domain/change';
import type { MemberId, NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';

/** Parts a person can have in a goal: 负责人, 执行人, 协作人. */
export const PARTS = ['accountable', 'responsible', 'supporting'] as const;

/** Letters that are understood in any language. */
const LETTERS = ['A', 'R', 'S'] as const;

/** A person's parts in a goal, as letters of the language (`words`: one of each part, in order). */
export function partIn(goal: Goal, id: MemberId, words: readonly string[]): string {
  const has = [goal.accountableId === id, goal.responsibleIds.includes(id), goal.supportingIds.includes(id)];
  return words.filter((_, index) => has[index]).join('');
}

/** The goal's people after a cell was typed; null where the text names no part. Empty takes the person out. */
export function withParts(
  goal: Goal,
  id: MemberId,
  text: string,
  words: readonly string[],
): Pick<Goal, 'accountableId' | 'responsibleIds' | 'supportingIds'> | null {
  let rest = text.toUpperCase().replace(/[\s、,，]/g, '');
  const has = PARTS.map((_, index) => {
    const forms = [words[index]?.toUpperCase() ?? '', LETTERS[index] ?? ''].filter((form) => form !== '');
    const form = forms.find((one) => rest.includes(one));
    if (form !== undefined) rest = rest.replace(form, '');
    return form !== undefined;
  });
  if (rest !== '') return null;
  const put = (ids: readonly MemberId[], on: boolean | undefined): readonly MemberId[] =>
    on ? (ids.includes(id) ? ids : [...ids, id]) : ids.filter((other) => other !== id);
  return {
    accountableId: has[0] ? id : goal.accountableId === id ? null : goal.accountableId,
    responsibleIds: put(goal.responsibleIds, has[1]),
    supportingIds: put(goal.supportingIds, has[2]),
  };
}

/** In how many goals somebody has which part. */
export type Load = Readonly<Record<(typeof PARTS)[number], number>>;

/** The load of everybody who has a part in some goal. */
export function loadsOf(goals: Iterable<Goal>): ReadonlyMap<MemberId, Load> {
  const loads = new Map<MemberId, Load>();
  const count = (id: MemberId, part: keyof Load): void => {
    const load = loads.get(id) ?? { accountable: 0, responsible: 0, supporting: 0 };
    loads.set(id, { ...load, [part]: load[part] + 1 });
  };
  for (const { accountableId, responsibleIds, supportingIds } of goals) {
    if (accountableId !== null) count(accountableId, 'accountable');
    for (const id of responsibleIds) count(id, 'responsible');
    for (const id of supportingIds) count(id, 'supporting');
  }
  return loads;
}

/** Why somebody from elsewhere cannot be added under a name; null = can be. */
export function helperProblem(data: PlanData, name: string): 'noName' | 'known' | null {
  const wanted = name.trim();
  if (wanted === '') return 'noName';
  const known = [...data.members.values()].some((member) => member.name === wanted || member.aliases.includes(wanted));
  return known ? 'known' : null;
}

/** Somebody from another department who lends a hand: has parts in goals, and is not evaluated or ranked here. */
export function addHelper(data: PlanData, name: string, department: string, newId: NewId): Change[] {
  if (helperProblem(data, name) !== null) return [];
  const helper = makeMember({
    id: newId(),
    name: name.trim(),
    position: department.trim(),
    external: true,
    order: data.members.size,
  });
  return [putRecord(data, 'members', helper)];
}
