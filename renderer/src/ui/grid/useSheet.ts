import { computed, ref, shallowRef } from 'vue';
import { blockOf, fillTarget, pasteRange, planClear, planFill, planFillTo, planPaste, planType } from './edits';
import { commandOf, type EditMode, type SheetCommand } from './keys';
import type { EditOrigin, EditPlan, Position, Refusal, SheetModel } from './model';
import { clamp, edgeFrom, rangeOf, single, type Selection } from './selection';
import { parseTsv, toTsv } from './tsv';

/** Beside the text for other programs: what the cells hold exactly, a ratio as its two numbers. */
const EXACT = 'application/x-waymark-cells';

export interface SheetOptions {
  readonly model: SheetModel;
  /** Writes all edits as one undoable step. */
  readonly write: (plan: EditPlan, origin: EditOrigin) => void;
  /** Scrolls the cell into view. */
  readonly reveal: (at: Position) => void;
  /** Rows in view, for PageUp and PageDown. */
  readonly pageRows: () => number;
  /** The sentence for a pasted text that falls on a read-only cell. */
  readonly readOnlyReason: () => string;
}

/**
 * The behaviour of a sheet over a model: selection, keyboard, editing, clipboard, fill. The field given by `field` keeps
 * the focus all the time and is always editable, so that an input method can start composing in it at the first key.
 */
export function useSheet({ model, write, reveal, pageRows, readOnlyReason }: SheetOptions) {
  const selection = shallowRef<Selection>(single({ row: 0, column: 0 }));
  const mode = ref<EditMode>('none');
  const draft = ref('');
  const refusals = shallowRef<readonly Refusal[]>([]);
  const field = shallowRef<HTMLTextAreaElement | null>(null);
  const range = computed(() => rangeOf(selection.value));
  const active = computed(() => selection.value.active);
  let tabStart: number | null = null;

  function select(at: Position, extend = false): void {
    const to = clamp(model, at);
    selection.value = extend ? { active: active.value, corner: to } : single(to);
    reveal(to);
  }

  function setField(text: string): void {
    draft.value = text;
    if (field.value) field.value.value = text;
  }

  function begin(next: 'type' | 'edit'): boolean {
    const { row, column } = active.value;
    if (!model.editable(row, column)) return false;
    selection.value = single(active.value);
    refusals.value = [];
    mode.value = next;
    if (next === 'edit') {
      setField(model.editText(row, column));
      field.value?.select();
    }
    return true;
  }

  function carryOut(plan: EditPlan, origin: EditOrigin): void {
    refusals.value = plan.refused;
    if (plan.edits.length > 0) write(plan, origin);
  }

  /** Ends editing; what cannot stand is left as it was and listed. */
  function finish(save: boolean): void {
    if (mode.value === 'none') return;
    const text = field.value?.value ?? draft.value;
    mode.value = 'none';
    setField('');
    if (save) carryOut(planType(model, active.value, text), 'type');
  }

  function commit(command: SheetCommand & { kind: 'commit' }): void {
    finish(true);
    const { row, column } = active.value;
    if (command.by === 'tab') tabStart ??= column;
    const start = command.by === 'enter' ? tabStart : null;
    if (command.by !== 'tab') tabStart = null;
    select({ row: row + command.rows, column: start ?? column + command.columns });
  }

  function run(command: SheetCommand): void {
    const moving = 'extend' in command && command.extend ? selection.value.corner : active.value;
    if ('extend' in command) tabStart = null;
    switch (command.kind) {
      case 'move':
        return select({ row: moving.row + command.rows, column: moving.column + command.columns }, command.extend);
      case 'edge':
        return select(edgeFrom(model, moving, command.rows, command.columns), command.extend);
      case 'page':
        return select({ row: moving.row + command.pages * pageRows(), column: moving.column }, command.extend);
      case 'rowEnd': {
        const row = command.sheet ? (command.end ? model.rowCount() - 1 : 0) : moving.row;
        return select({ row, column: command.end ? model.columnCount() - 1 : 0 }, command.extend);
      }
      case 'commit':
        return commit(command);
      case 'fill':
        return carryOut(planFill(model, range.value, command.direction), 'fill');
      case 'clear':
        return carryOut(planClear(model, range.value), 'clear');
      case 'beginEdit':
        begin('edit');
        return;
      case 'keepEditing':
        mode.value = 'edit';
        return;
      case 'cancel':
        return finish(false);
      case 'selectAll':
        selection.value = {
          active: { row: 0, column: 0 },
          corner: clamp(model, { row: model.rowCount(), column: model.columnCount() }),
        };
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    const command = commandOf(event, mode.value);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  }

  /** Text has reached the field: typing over the active cell begins, or is thrown away where it is read-only. */
  function onInput(event: Event): void {
    if (mode.value === 'none' && !begin('type')) {
      if (!(event as InputEvent).isComposing) setField('');
      return;
    }
    draft.value = field.value?.value ?? '';
  }

  function onCompositionStart(): void {
    if (mode.value === 'none') begin('type');
  }

  function onCompositionEnd(): void {
    if (mode.value === 'none') setField('');
    else draft.value = field.value?.value ?? '';
  }

  function onCopy(event: ClipboardEvent): void {
    if (mode.value !== 'none' || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(blockOf(model, range.value)));
    event.clipboardData.setData(EXACT, toTsv(blockOf(model, range.value, 'exact')));
    if (event.type === 'cut') carryOut(planClear(model, range.value), 'clear');
  }

  function onPaste(event: ClipboardEvent): void {
    if (mode.value !== 'none' || !event.clipboardData) return;
    event.preventDefault();
    paste(event.clipboardData.getData(EXACT) || event.clipboardData.getData('text/plain'));
  }

  /** Pastes a block at the selection as one step; see `refusals` for what was left out. */
  function paste(text: string): void {
    if (text === '') return;
    const block = parseTsv(text);
    const target = pasteRange(model, range.value, block);
    carryOut(planPaste(model, target, block, readOnlyReason()), 'paste');
    selection.value = {
      active: { row: target.top, column: target.left },
      corner: { row: target.bottom, column: target.right },
    };
  }

  /** Fill handle let go over a cell. */
  function fillTo(at: Position): void {
    const source = range.value;
    const target = fillTarget(source, clamp(model, at));
    carryOut(planFillTo(model, source, target), 'fill');
    selection.value = {
      active: { row: target.top, column: target.left },
      corner: { row: target.bottom, column: target.right },
    };
  }

  return {
    selection,
    active,
    range,
    mode,
    draft,
    refusals,
    field,
    select,
    begin,
    finish,
    paste,
    fillTo,
    onKeydown,
    onInput,
    onCompositionStart,
    onCompositionEnd,
    onCopy,
    onPaste,
  };
}

export type Sheet = ReturnType<typeof useSheet>;
