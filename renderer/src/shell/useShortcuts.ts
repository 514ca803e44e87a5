import { onScopeDispose, ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import type { HostCommand } from '#shared/host/api';
import type { EditStep } from '../stores/history';
import { usePanelStore } from '../stores/panel';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useToastStore } from '../stores/toasts';

/**
 * A field with an undo of its own keeps Ctrl+Z to itself. An element marked `data-undo="app"` (the
 * editor of the grid while nothing is being typed) gives it to the plan.
 */
function undoesItself(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset['undo'] === 'app') return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/**
 * Ctrl+Z, Ctrl+Y, Ctrl+K, Ctrl+S and Esc, from the keyboard and from the host's menu. `mayTake` says of a step whether it may be
 * undone or redone where the user is.
 */
export function useShortcuts(
  mayJump: () => boolean,
  mayTake: (step: EditStep) => boolean = () => true,
): { paletteOpen: Ref<boolean> } {
  const plan = usePlanStore();
  const panel = usePanelStore();
  const toasts = useToastStore();
  const router = useRouter();
  const paletteOpen = ref(false);

  async function sayStored(): Promise<void> {
    await plan.retrySave();
    await plan.saved();
    if (!plan.isDirty()) toasts.show({ messageKey: 'shell.save.always' });
  }

  const commands: Record<HostCommand, () => unknown> = {
    undo: () => plan.undoStep && mayTake(plan.undoStep) && plan.undo(),
    redo: () => plan.redoStep && mayTake(plan.redoStep) && plan.redo(),
    search: () => (paletteOpen.value = mayJump()),
    newPlan: () => void router.push({ name: 'welcome' }),
    import: () => void router.push({ name: 'data', query: { do: 'import' } }),
    export: () => void router.push({ name: 'data', query: { do: 'export' } }),
    print: () => window.print(),
    settings: () => void router.push({ name: 'settings' }),
  };

  function commandOf(event: KeyboardEvent): (() => unknown) | null {
    const key = event.key.toLowerCase();
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!ctrl) return null;
    if (key === 'k') return commands.search;
    if (key === 's') return () => void sayStored();
    if (undoesItself(event.target)) return null;
    if (key === 'z') return event.shiftKey ? commands.redo : commands.undo;
    if (key === 'y') return commands.redo;
    return null;
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape' && !document.querySelector('dialog[open], :popover-open')) {
      panel.close();
      return;
    }
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    command();
  }

  window.addEventListener('keydown', onKeydown);
  const stop = services().host.onCommand((command) => commands[command]());
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown);
    stop();
  });
  return { paletteOpen };
}
