import type { Goal } from '#shared/domain/goal';
import type { MemberId } from '#shared/domain/ids';

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

/** In how many goals a person has which part. */
export function loadOf(goals: readonly Goal[], id: MemberId): Record<(typeof PARTS)[number], number> {
  return {
    accountable: goals.filter((goal) => goal.accountableId === id).length,
    responsible: goals.filter((goal) => goal.responsibleIds.includes(id)).length,
    supporting: goals.filter((goal) => goal.supportingIds.includes(id)).length,
  };
}
