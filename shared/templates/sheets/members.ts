import type { Member } from '../../domain/organisation';
import { makeMember } from '../../domain/builders';
import { fromDecimal } from '../../calc/fraction';
import { fenToYuan, toDecimal, yuanToFen } from '../../calc/quantity';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { memberNamed, person } from '../import/people';
import { unitFor } from '../import/units';

/** Sheet 成员: one row a member of the plan (templates.md). */
export const membersSheet: SheetDefinition<Member> = {
  id: 'members',
  sheetName: both('成员', 'Members'),
  title: both('成员名单', 'Members'),
  synonyms: ['人员', '员工', '员工名单', '人员名单', 'Staff', 'People'],
  signatures: [],
  instructions: [
    both(
      '每人一行；姓名必填，同名时请填工号。',
      'One row a person; the name is required, the number where names are the same.',
    ),
    both('奖金基数以元填写。', 'The bonus base is in CNY.'),
  ],
  columns: [
    {
      key: 'name',
      label: both('姓名', 'Name'),
      synonyms: ['员工', '员工姓名', 'Employee'],
      required: true,
      kind: 'text',
      note: both('成员姓名', "The member's name"),
      width: 12,
      get: (row) => row.name,
    },
    {
      key: 'employeeNo',
      label: both('工号', 'Employee no.'),
      synonyms: ['员工编号', 'Employee number', 'Staff no.'],
      kind: 'text',
      note: both('公司工号', 'Number in the company'),
      width: 12,
      get: (row) => row.employeeNo,
    },
    {
      key: 'unit',
      label: both('部门/小组', 'Department/group'),
      synonyms: ['部门/区域', '部门', '区域', '小组', '团队', 'Team', 'Unit', 'Department', 'Group', 'Region'],
      kind: 'text',
      note: both('所属部门或小组；没有的会新建', 'Department or group; made when there is none'),
      width: 16,
      get: (row, ctx) => ctx.data.units.get(row.unitId ?? '')?.name ?? '',
    },
    {
      key: 'position',
      label: both('岗位', 'Position'),
      synonyms: ['职位', '职务', 'Job title'],
      kind: 'text',
      note: both('现任岗位', 'Position held'),
      width: 14,
      get: (row) => row.position,
    },
    {
      key: 'superior',
      label: both('直接上级', 'Superior'),
      synonyms: ['上级', 'Manager', 'Direct superior'],
      kind: 'text',
      note: both('直接上级的姓名', "The direct superior's name"),
      width: 12,
      get: (row, ctx) => ctx.data.members.get(row.superiorId ?? '')?.name ?? row.superiorName,
    },
    {
      key: 'email',
      label: both('邮箱', 'Email'),
      synonyms: ['电子邮箱', '邮件', 'E-mail', 'Mail'],
      kind: 'text',
      note: both('工作邮箱', 'Work address'),
      width: 24,
      get: (row) => row.email,
    },
    {
      key: 'joinedOn',
      label: both('入职日期', 'Joined on'),
      kind: 'date',
      note: both('进入本方案所在团队的日期', 'Day of joining'),
      width: 12,
      get: (row) => row.joinedOn,
    },
    {
      key: 'leftOn',
      label: both('离职日期', 'Left on'),
      kind: 'date',
      note: both('最后在岗日；在岗时留空', 'Last day present; empty while present'),
      width: 12,
      get: (row) => row.leftOn,
    },
    {
      key: 'bonusBase',
      label: both('奖金基数(元)', 'Bonus base (CNY)'),
      synonyms: ['奖金基数', '绩效奖金基数', '奖金基准', 'Bonus base'],
      kind: 'money',
      note: both('全额奖金，元', 'Full bonus in CNY'),
      width: 14,
      hiddenFrom: ['superior'],
      get: (row) => toDecimal(fenToYuan(row.bonusBase)),
    },
    {
      key: 'mentor',
      label: both('导师', 'Mentor'),
      kind: 'text',
      note: both('导师的姓名', "The mentor's name"),
      width: 12,
      get: (row, ctx) => ctx.data.members.get(row.mentorId ?? '')?.name ?? '',
    },
  ],
  rows: (ctx) =>
    [...ctx.data.members.values()].filter(({ id }) => ctx.sees.member(id)).sort((a, b) => a.order - b.order),
  rowKey: (row) => row.id,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const known = target.data.members.get(row.key ?? '') ?? sameMember(row, target);
  const old = known ?? makeMember({ id: target.newId(), name: '', order: target.data.members.size });
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const superior = person(target, row.text('superior'), old.superiorId, old.superiorName);
  const unitName = row.text('unit');
  const member: Member = {
    ...old,
    name: row.text('name'),
    employeeNo: kept('employeeNo', old.employeeNo, () => row.text('employeeNo')),
    unitId: kept('unit', old.unitId, () => (unitName === '' ? null : unitFor(target, unitName).id)),
    position: kept('position', old.position, () => row.text('position')),
    superiorId: kept('superior', old.superiorId, () => superior.id),
    superiorName: kept('superior', old.superiorName, () => superior.name),
    email: kept('email', old.email, () => row.text('email')),
    joinedOn: kept('joinedOn', old.joinedOn, () => row.value('joinedOn')),
    leftOn: kept('leftOn', old.leftOn, () => row.value('leftOn')),
    bonusBase: kept('bonusBase', old.bonusBase, () => yuanToFen(fromDecimal(row.value('bonusBase') ?? '0'))),
    mentorId: kept('mentor', old.mentorId, () => person(target, row.text('mentor'), old.mentorId).id),
  };
  if (member.bonusBase < 0)
    return { refused: { code: 'import.negative', column: 'bonusBase', params: { text: row.text('bonusBase') } } };
  if (member.joinedOn && member.leftOn && member.leftOn < member.joinedOn) {
    return { refused: { code: 'import.endBeforeStart', column: 'leftOn' } };
  }
  target.put('members', member);
  return { key: member.id };
}

/** By 工号 where it is given and known, else by name. */
function sameMember(row: ImportRow, target: ImportTarget): Member | undefined {
  const byNumber = row.text('employeeNo') === '' ? undefined : memberNamed(target, row.text('employeeNo'));
  return byNumber ?? memberNamed(target, row.text('name'));
}
