import type { Member } from '../../domain/organisation';
import type { PlanData } from '../../domain/planData';
import { both, say, type Locale } from '../definition';
import { FRAME } from '../render/labels';
import { textCell, type FormLine } from './grid';

const LABELS = {
  name: both('姓名', 'Name'),
  employeeNo: both('工号', 'Employee no.'),
  unit: both('部门/小组', 'Department/group'),
  position: both('岗位', 'Position'),
  superior: both('直接上级', 'Superior'),
} as const;

/** Who the form is about and for which period, in two lines over `width` columns (at least 6). */
export function memberHead(data: PlanData, member: Member, locale: Locale, width: number): FormLine[] {
  const { plan } = data;
  const superior = data.members.get(member.superiorId ?? '')?.name ?? member.superiorName;
  const line = (
    ...pairs: readonly [(typeof LABELS)[keyof typeof LABELS] | typeof FRAME.period, string][]
  ): FormLine => ({
    cells: pairs.flatMap(([label, value], at) => [
      textCell(say(label, locale), 'infoLabel'),
      textCell(value, 'infoValue', at === pairs.length - 1 ? width - 5 : 1),
    ]),
  });
  return [
    line(
      [LABELS.name, member.name],
      [LABELS.employeeNo, member.employeeNo],
      [LABELS.unit, data.units.get(member.unitId ?? '')?.name ?? ''],
    ),
    line(
      [LABELS.position, member.position],
      [LABELS.superior, superior],
      [FRAME.period, `${plan.start}${say(FRAME.to, locale)}${plan.end}`],
    ),
  ];
}
