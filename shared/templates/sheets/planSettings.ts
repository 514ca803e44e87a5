import { both, say, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { parseCell } from '../codec/parseCell';
import { looseText } from '../codec/text';
import { SETTINGS, type Setting } from './settings';

/** Sheet 方案: the plan's head and policy as 项目 · 值 (templates.md). */
export const planSheet: SheetDefinition<Setting> = {
  id: 'plan',
  sheetName: both('方案', 'Plan'),
  title: both('方案设置', 'Plan settings'),
  synonyms: ['方案设置', 'Plan settings', 'Settings'],
  signatures: [],
  instructions: [both('没有填写的项目取默认值。', 'What is left out takes its default.')],
  spareRows: 0,
  standing: true,
  columns: [
    {
      key: 'item',
      label: both('项目', 'Item'),
      synonyms: ['设置项', 'Setting'],
      required: true,
      kind: 'text',
      note: both('设置的名称', 'Name of the setting'),
      width: 22,
      get: (row, ctx) => say(row.label, ctx.locale) + (row.required ? '*' : ''),
    },
    {
      key: 'value',
      label: both('值', 'Value'),
      synonyms: ['内容', '设置值'],
      kind: 'text',
      note: both('设置的内容', 'What it is set to'),
      width: 44,
      get: (row, ctx) => row.get(ctx.data.plan),
      variant: (row) => row,
    },
    {
      key: 'hint',
      label: both('说明', 'Hint'),
      kind: 'text',
      note: both('写法', 'How it is written'),
      width: 44,
      computed: true,
      get: (row, ctx) => say(row.hint, ctx.locale),
    },
  ],
  rows: (ctx) => SETTINGS.filter(({ key }) => key !== 'budget' || ctx.audience === 'all' || ctx.audience === 'finance'),
  rowKey: (row) => row.key,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const label = looseText(row.text('item'));
  const setting = SETTINGS.find((one) =>
    [one.label.zh, one.label.en, ...(one.synonyms ?? [])].some((name) => looseText(name) === label),
  );
  if (!setting)
    return { refused: { code: 'import.unknownSetting', column: 'item', params: { text: row.text('item') } } };
  const text = row.text('value');
  if (text === '') {
    if (setting.required) return { refused: { code: 'import.required', column: 'value' } };
    if (setting.key === 'asOf') target.setPlan({ ...target.data.plan, asOf: null });
    return { key: setting.key };
  }
  const parsed = parseCell({ kind: 'text', text }, setting, row.text('item'));
  if (!parsed.ok) return { refused: { ...parsed.error, column: 'value' } };
  if (typeof parsed.value !== 'string' || setting.get(target.data.plan) === parsed.value) return { key: setting.key };
  const changed = setting.set(target.data.plan, parsed.value);
  if (!changed.ok) return { refused: { ...changed.error, column: 'value' } };
  // Start and end are two rows: whether they fit is a question to the plan as a whole (validatePlan), not to one row.
  target.setPlan(changed.value);
  return { key: setting.key };
}
