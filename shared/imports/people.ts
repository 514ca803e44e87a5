import type { MemberId } from '../domain/ids';
import type { PlanData } from '../domain/planData';
import { looseText } from '../templates/codec/text';

/** Whom a written name means: a member, nobody known, or several. */
export type Person =
  { readonly kind: 'member'; readonly memberId: MemberId } | { readonly kind: 'unknown' | 'several' };

/**
 * Finds members by employee number, then name, then alias, then e-mail address; of each kind only when exactly one member
 * bears it. Width, case and blanks do not matter.
 */
export function peopleIndex(data: PlanData): (written: string) => Person {
  const kinds = [
    index(data, ({ employeeNo }) => [employeeNo]),
    index(data, ({ name }) => [name]),
    index(data, ({ aliases }) => aliases),
    index(data, ({ email }) => [email]),
  ];
  return (written) => {
    const key = looseText(written);
    let several = false;
    for (const kind of kinds) {
      const found = kind.get(key);
      if (found?.size === 1) return { kind: 'member', memberId: [...found][0] as MemberId };
      several ||= (found?.size ?? 0) > 1;
    }
    return { kind: several ? 'several' : 'unknown' };
  };
}

function index(
  data: PlanData,
  names: (member: { employeeNo: string; name: string; aliases: readonly string[]; email: string }) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const member of data.members.values()) {
    for (const name of names(member)) {
      const key = looseText(name);
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(member.id));
    }
  }
  return found;
}
