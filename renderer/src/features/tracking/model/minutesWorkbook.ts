import type { PlanData } from '#shared/domain/planData';
import type { Instant, IsoDate } from '#shared/domain/primitives';
import type { CellRole, SheetCell, WorkbookModel } from '#shared/workbook/model';
import { entriesOn } from './meeting';

/** The texts of the minutes, in the language of the screen. */
export interface MinutesWords {
  readonly title: string;
  readonly sheet: string;
  readonly attendees: string;
  readonly team: string;
  /** Heads of the nine columns, from the name to the state. */
  readonly heads: readonly string[];
  readonly state: (state: 'open' | 'doing' | 'done') => string;
}

const WIDTHS = [12, 28, 24, 24, 24, 28, 12, 12, 10];

const text = (value: string, role: CellRole): SheetCell => ({
  value: value === '' ? null : { kind: 'text', text: value },
  role,
});

/** Who was there, as written when the meeting was held. */
export const attendeesOf = (data: PlanData, date: IsoDate): string =>
  entriesOn(data, date).find(({ attendees }) => attendees !== '')?.attendees ?? '';

/** The minutes of one meeting as a workbook of one sheet: title, who was there, a line an entry. */
export function minutesWorkbook(data: PlanData, date: IsoDate, words: MinutesWords, createdAt: Instant): WorkbookModel {
  const lines = entriesOn(data, date).map((entry): (SheetCell | null)[] => {
    const name = entry.memberId === null ? words.team : (data.members.get(entry.memberId)?.name ?? '');
    const owner = (entry.ownerId === null ? undefined : data.members.get(entry.ownerId)?.name) ?? entry.ownerName;
    const agreed = entry.action !== '';
    return [
      ...[name, entry.progress, entry.difficulty, entry.support, entry.keyIssue, entry.action].map((value) =>
        text(value, 'input'),
      ),
      text(agreed ? owner : '', 'input'),
      {
        value: agreed && entry.due !== null ? { kind: 'date', date: entry.due } : null,
        role: 'input',
        align: 'center',
      },
      text(agreed ? words.state(entry.state) : '', 'input'),
    ];
  });
  return {
    sheets: [
      {
        name: words.sheet,
        state: 'visible',
        columns: words.heads.map((key, index) => ({ key, width: WIDTHS[index] ?? 16 })),
        rows: [
          [text(words.title, 'title')],
          [text(`${data.plan.name}  ${words.attendees}${attendeesOf(data, date)}`, 'note')],
          words.heads.map((head) => text(head, 'header')),
          ...lines,
        ],
        merges: ['A1:I1', 'A2:I2'],
        rowHeights: {},
        headerRow: 3,
        filterRange: null,
        frozenColumns: 1,
        validations: [],
        conditionals: [],
        protect: false,
        landscape: true,
      },
    ],
    names: [],
    title: words.title,
    createdAt,
  };
}
