import type { Goal } from '../domain/goal';
import type { AppError } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import { looseText } from '../templates/codec/text';
import type { RawCell } from '../workbook/model';
import { peopleIndex } from './people';
import type { ResultMapping } from './types';

/** The goal a row reports on, or why there is none. `unmatched`: the name nobody bears. */
export type FoundGoal =
  | { readonly kind: 'goal'; readonly goalId: string }
  | { readonly kind: 'leftOut' }
  | {
      readonly kind: 'refused';
      readonly column: number;
      readonly error: AppError;
      readonly unmatched?: string | undefined;
    };

/**
 * Finds the goal of a row: of the person named, on the chosen indicator, and of the row's dimension value where a column
 * says one. Codes: `results.noPerson`, `import.unknownPerson`, `results.noGoal`, `results.severalGoals`.
 */
export function goalFinder(data: PlanData, mapping: ResultMapping): (row: readonly (RawCell | null)[]) => FoundGoal {
  const { who, dimension } = mapping;
  if (who?.kind === 'goal') {
    const found: FoundGoal = { kind: 'goal', goalId: who.goalId };
    return () => found;
  }
  const column = who?.column ?? 0;
  const person = peopleIndex(data);
  const goals = goalsByMember(data, mapping.indicatorId);
  const known = new Map<string, FoundGoal>();
  return (row) => {
    const text = row[column]?.text.trim() ?? '';
    const value = dimension === null ? '' : (row[dimension]?.text.trim() ?? '');
    const key = `${text}\u0000${value}`;
    let found = known.get(key);
    if (!found) {
      found = lookUp(text, value);
      known.set(key, found);
    }
    return found;
  };

  function lookUp(text: string, value: string): FoundGoal {
    if (text === '') return { kind: 'refused', column, error: { code: 'results.noPerson' } };
    const chosen = mapping.people[looseText(text)];
    if (chosen === '') return { kind: 'leftOut' };
    const named = person(text);
    const memberId = chosen ?? (named.kind === 'member' ? named.memberId : null);
    if (memberId === null) {
      return { kind: 'refused', column, error: { code: 'import.unknownPerson', params: { text } }, unmatched: text };
    }
    const own = goals.get(memberId) ?? [];
    const exact = own.filter((goal) => looseText(goal.dimensionValue) === looseText(value));
    const goal = exact.length === 1 ? exact[0] : own.length === 1 && dimension === null ? own[0] : undefined;
    if (goal) return { kind: 'goal', goalId: goal.id };
    const code = own.length === 0 || dimension !== null ? 'results.noGoal' : 'results.severalGoals';
    return { kind: 'refused', column, error: { code, params: { text, value } } };
  }
}

function goalsByMember(data: PlanData, indicatorId: string | null): ReadonlyMap<string, readonly Goal[]> {
  const found = new Map<string, Goal[]>();
  for (const goal of data.goals.values()) {
    if (goal.indicatorId !== indicatorId || goal.holder.kind !== 'member') continue;
    const own = found.get(goal.holder.memberId) ?? [];
    own.push(goal);
    found.set(goal.holder.memberId, own);
  }
  return found;
}
