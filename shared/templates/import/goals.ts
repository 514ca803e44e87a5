import type { Goal } from '../../domain/goal';
import type { Indicator } from '../../domain/indicator';
import { makeIndicator } from '../../domain/builders';
import { indicatorFrom, indicatorLibrary } from '../../domain/seed/indicatorLibrary';
import { looseText } from '../codec/text';
import type { ImportTarget } from '../definition';

type Reads = Pick<ImportTarget, 'data'>;

/** The goal with that 目标编号. */
export function goalCoded(target: Reads, code: string): Goal | undefined {
  // As written first: comparing loosely costs much more, and most files are our own.
  for (const goal of target.data.goals.values()) if (goal.code === code && code !== '') return goal;
  const wanted = looseText(code);
  return wanted === '' ? undefined : [...target.data.goals.values()].find((goal) => looseText(goal.code) === wanted);
}

/** The indicator of that name. */
export function indicatorNamed(target: Reads, name: string): Indicator | undefined {
  for (const indicator of target.data.indicators.values()) if (indicator.name === name && name !== '') return indicator;
  const wanted = looseText(name);
  return wanted === ''
    ? undefined
    : [...target.data.indicators.values()].find((indicator) => looseText(indicator.name) === wanted);
}

/**
 * The indicator of that name, made when there is none yet. The shipped library tells what is measured and how it reads; the
 * rules of judging (relations, cap, formula of a lower indicator) are the specification's defaults, because a workbook
 * that does not name them means those.
 */
export function indicatorFor(target: ImportTarget, name: string, kind: Indicator['kind']): Indicator {
  const known = indicatorNamed(target, name);
  if (known) return known;
  const plain = makeIndicator({ id: target.newId(), name, kind });
  const indicator = { ...plain, ...descriptionOf(target, plain) };
  target.put('indicators', indicator);
  return indicator;
}

function descriptionOf(target: ImportTarget, { id, name, kind }: Indicator): Partial<Indicator> {
  const shipped = indicatorLibrary.find(({ name: names }) =>
    [names['zh-CN'], names.en].some((one) => looseText(one) === looseText(name)),
  );
  const full = shipped ? indicatorFrom(shipped, id, target.locale) : null;
  if (full?.kind !== kind) return {};
  const { aggregation, direction, unit, precision, definition, source, numeratorName, denominatorName } = full;
  return { aggregation, direction, unit, precision, definition, source, numeratorName, denominatorName };
}

/** Name of a goal's holder as 责任主体 shows it. */
export function holderName(data: ImportTarget['data'], goal: Goal): string {
  return goal.holder.kind === 'member'
    ? (data.members.get(goal.holder.memberId)?.name ?? '')
    : (data.units.get(goal.holder.unitId)?.name ?? '');
}
