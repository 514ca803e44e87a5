import type { MeetingEntry } from '../../domain/tracking';
import { ACTION_STATES } from '../choices';
import { looseText } from '../codec/text';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { memberNamed, person } from '../import/people';

/** Sheet 周会记录 of template 2: one row a person or an action of a weekly meeting. */
export const meetingsSheet: SheetDefinition<MeetingEntry> = {
  id: 'meetings',
  sheetName: both('周会记录', 'Weekly meetings'),
  title: both('周会记录', 'Weekly meetings'),
  synonyms: ['周例会记录', '周例会', 'Meetings'],
  signatures: [both('汇报人', 'Reported by'), both('负责人', 'In charge')],
  instructions: [
    both(
      '每人每次会议一行；行动项写明责任人和期限。',
      'A row a person and meeting; say who does each action, and by when.',
    ),
  ],
  columns: [
    {
      key: 'date',
      label: both('日期', 'Date'),
      synonyms: ['会议日期'],
      required: true,
      kind: 'date',
      note: both('开会的日期', 'Day of the meeting'),
      width: 12,
      get: (row) => row.date,
    },
    {
      key: 'attendees',
      label: both('参会人', 'Attendees'),
      kind: 'text',
      note: both('谁参加了', 'Who was there'),
      width: 22,
      get: (row) => row.attendees,
    },
    {
      key: 'member',
      label: both('成员', 'Member'),
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('汇报的成员', 'Who reports'),
      width: 12,
      get: (row, ctx) => ctx.data.members.get(row.memberId ?? '')?.name ?? '',
    },
    {
      key: 'progress',
      label: both('进展', 'Progress'),
      kind: 'text',
      note: both('本周进展', 'What was done'),
      width: 28,
      get: (row) => row.progress,
    },
    {
      key: 'difficulty',
      label: both('困难', 'Difficulty'),
      kind: 'text',
      note: both('遇到的困难', 'What is in the way'),
      width: 24,
      get: (row) => row.difficulty,
    },
    {
      key: 'support',
      label: both('所需支持', 'Support needed'),
      kind: 'text',
      note: both('需要谁做什么', 'What is needed of whom'),
      width: 20,
      get: (row) => row.support,
    },
    {
      key: 'keyIssue',
      label: both('关键问题', 'Key issue'),
      kind: 'text',
      note: both('会上讨论的问题', 'What was discussed'),
      width: 24,
      get: (row) => row.keyIssue,
    },
    {
      key: 'action',
      label: both('行动项', 'Action'),
      synonyms: ['行动'],
      kind: 'text',
      note: both('要做什么', 'What is to be done'),
      width: 26,
      get: (row) => row.action,
    },
    {
      key: 'owner',
      label: both('责任人', 'Owner'),
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('行动项的责任人', 'Who does it'),
      width: 12,
      get: (row, ctx) => ctx.data.members.get(row.ownerId ?? '')?.name ?? row.ownerName,
    },
    {
      key: 'due',
      label: both('期限', 'Due'),
      kind: 'date',
      note: both('到哪一天', 'By which day'),
      width: 12,
      get: (row) => row.due,
    },
    {
      key: 'state',
      label: both('状态', 'State'),
      kind: 'choice',
      choices: ACTION_STATES,
      note: both('行动项的进度', 'How far the action is'),
      width: 9,
      get: (row) => row.state,
    },
  ],
  rows: (ctx) =>
    [...ctx.data.meetings.values()]
      .filter(({ memberId }) => ctx.scope.kind === 'all' || (memberId !== null && ctx.sees.member(memberId)))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  rowKey: (row) => row.id,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const name = row.text('member');
  const byKey = target.data.meetings.get(row.key ?? '');
  const stored = target.data.members.get(byKey?.memberId ?? '');
  const member = stored?.name === name ? stored : memberNamed(target, name);
  if (name !== '' && !member && target.finalPass) {
    return { refused: { code: 'import.unknownPerson', column: 'member', params: { text: name } } };
  }
  const date = row.text('date');
  const known =
    byKey ??
    [...target.data.meetings.values()].find(
      (entry) =>
        entry.date === date &&
        entry.memberId === (member?.id ?? null) &&
        looseText(entry.action) === looseText(row.text('action')) &&
        looseText(entry.progress) === looseText(row.text('progress')),
    );
  const old: MeetingEntry = known ?? emptyEntry(target.newId(), date);
  const kept = <T>(column: string, of: T, read: () => T): T => (row.has(column) ? read() : of);
  const text = (column: 'attendees' | 'progress' | 'difficulty' | 'support' | 'keyIssue' | 'action'): string =>
    kept(column, old[column], () => row.text(column));
  const owner = person(target, row.text('owner'), old.ownerId, old.ownerName);
  target.put('meetings', {
    ...old,
    date,
    attendees: text('attendees'),
    memberId: kept('member', old.memberId, () => member?.id ?? null),
    progress: text('progress'),
    difficulty: text('difficulty'),
    support: text('support'),
    keyIssue: text('keyIssue'),
    action: text('action'),
    ownerId: kept('owner', old.ownerId, () => owner.id),
    ownerName: kept('owner', old.ownerName, () => owner.name),
    due: kept('due', old.due, () => row.value('due')),
    state: kept('state', old.state, () => (row.value('state') ?? old.state) as MeetingEntry['state']),
  });
  return { key: old.id };
}

const emptyEntry = (id: string, date: string): MeetingEntry => ({
  id,
  date,
  attendees: '',
  memberId: null,
  progress: '',
  difficulty: '',
  support: '',
  keyIssue: '',
  action: '',
  ownerId: null,
  ownerName: '',
  due: null,
  state: 'open',
});
