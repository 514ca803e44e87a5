import type { Level, Unit } from '../../domain/organisation';
import { makeUnit } from '../../domain/builders';
import type { ImportTarget } from '../definition';
import { looseText } from '../codec/text';

/** The unit of that name. */
export function unitNamed(target: Pick<ImportTarget, 'data'>, name: string): Unit | undefined {
  for (const unit of target.data.units.values()) if (unit.name === name && name !== '') return unit;
  const wanted = looseText(name);
  return wanted === '' ? undefined : [...target.data.units.values()].find((unit) => looseText(unit.name) === wanted);
}

/** The unit of that name; made (a group at the top, or of the given level) when there is none yet. */
export function unitFor(target: ImportTarget, name: string, level: Exclude<Level, 'person'> = 'group'): Unit {
  const known = unitNamed(target, name);
  if (known) return known;
  const unit = makeUnit({ id: target.newId(), name, level, order: target.data.units.size });
  target.put('units', unit);
  return unit;
}
