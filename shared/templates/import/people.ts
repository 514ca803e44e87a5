import type { Member } from '../../domain/organisation';
import type { ImportTarget } from '../definition';
import { looseText } from '../codec/text';

/** The member of that name or alias, or whose 工号 it is; undefined when none or several answer to it. */
export function memberNamed(target: Pick<ImportTarget, 'data'>, name: string): Member | undefined {
  const wanted = looseText(name);
  if (wanted === '') return undefined;
  const all = [...target.data.members.values()];
  const byName = all.filter((member) => [member.name, ...member.aliases].some((known) => looseText(known) === wanted));
  if (byName.length > 1) return undefined;
  return byName[0] ?? all.find((member) => member.employeeNo !== '' && looseText(member.employeeNo) === wanted);
}

/**
 * A person as the model keeps it: the member's id where known, else the name as written. A name that is still that of
 * the stored member stays that member, though others share it.
 */
export function person(
  target: Pick<ImportTarget, 'data'>,
  name: string,
  storedId: string | null = null,
  storedName = '',
): { id: string | null; name: string } {
  const stored = target.data.members.get(storedId ?? '');
  if (stored && stored.name === name) return { id: stored.id, name: storedName };
  const member = memberNamed(target, name);
  return member ? { id: member.id, name: '' } : { id: null, name };
}

/** Ids of the members named; names that are nobody's are given back. */
export function people(
  target: Pick<ImportTarget, 'data'>,
  names: readonly string[],
  storedIds: readonly string[] = [],
): { ids: string[]; unknown: string[] } {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const stored = storedIds.find((id) => target.data.members.get(id)?.name === name && !ids.includes(id));
    const id = stored ?? memberNamed(target, name)?.id;
    if (id === undefined) unknown.push(name);
    else ids.push(id);
  }
  return { ids, unknown };
}
