/** What is being done with the active cell: nothing, typing over it, or editing what it holds. */
export type EditMode = 'none' | 'type' | 'edit';

/** What a key asks of the sheet. */
export type SheetCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'page'; readonly pages: number; readonly extend: boolean }
  | { readonly kind: 'rowEnd'; readonly end: boolean; readonly sheet: boolean; readonly extend: boolean }
  | { readonly kind: 'commit'; readonly rows: number; readonly columns: number; readonly by: 'enter' | 'tab' | 'arrow' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly kind: 'beginEdit' | 'keepEditing' | 'cancel' | 'clear' | 'selectAll' };

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The command of a key; null = not ours, the field or the application may have it. While an input method composes
 * (`isComposing`, or key code 229 before it says so) every key belongs to it.
 */
export function commandOf(press: KeyPress, mode: EditMode): SheetCommand | null {
  if (press.isComposing || press.keyCode === 229) return null;
  return mode === 'none' ? navigate(press) : whileEditing(press, mode);
}

function whileEditing(press: KeyPress, mode: EditMode): SheetCommand | null {
  const back = press.shiftKey ? -1 : 1;
  if (press.key === 'Enter' && !press.altKey) return { kind: 'commit', rows: back, columns: 0, by: 'enter' };
  if (press.key === 'Tab') return { kind: 'commit', rows: 0, columns: back, by: 'tab' };
  if (press.key === 'Escape') return { kind: 'cancel' };
  if (press.key === 'F2') return { kind: 'keepEditing' };
  const arrow = ARROWS[press.key];
  if (mode === 'type' && arrow) return { kind: 'commit', rows: arrow[0], columns: arrow[1], by: 'arrow' };
  return null;
}

function navigate(press: KeyPress): SheetCommand | null {
  const { key, shiftKey: extend } = press;
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  const arrow = ARROWS[key];
  if (arrow) return { kind: ctrl ? 'edge' : 'move', rows: arrow[0], columns: arrow[1], extend };
  if (key === 'Home' || key === 'End') return { kind: 'rowEnd', end: key === 'End', sheet: ctrl, extend };
  if (ctrl) return withControl(key.toLowerCase());
  const back = extend ? -1 : 1;
  switch (key) {
    case 'Tab':
      return { kind: 'commit', rows: 0, columns: back, by: 'tab' };
    case 'Enter':
      return { kind: 'commit', rows: back, columns: 0, by: 'enter' };
    case 'PageDown':
    case 'PageUp':
      return { kind: 'page', pages: key === 'PageDown' ? 1 : -1, extend };
    case 'F2':
      return { kind: 'beginEdit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    default:
      return null;
  }
}

function withControl(key: string): SheetCommand | null {
  if (key === 'd') return { kind: 'fill', direction: 'down' };
  if (key === 'r') return { kind: 'fill', direction: 'right' };
  if (key === 'a') return { kind: 'selectAll' };
  return null;
}
