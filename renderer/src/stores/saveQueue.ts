import type { Change } from '#shared/domain/change';
import type { PlanId } from '#shared/domain/ids';
import type { AppError, Result } from '#shared/domain/issue';

export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'pending' } | { readonly kind: 'failed'; readonly error: AppError };

export interface SaveQueue {
  /** Starts storing at once; while a transaction runs, further edits wait for it and then go together. */
  push(planId: PlanId, changes: readonly Change[]): void;
  /** Tries again what could not be stored. */
  retry(): Promise<void>;
  /** Resolves when nothing is under way any more; what failed stays in the queue. */
  idle(): Promise<void>;
  /** Some edits are not stored yet. */
  dirty(): boolean;
}

interface Batch {
  readonly planId: PlanId;
  readonly changes: readonly Change[];
}

/**
 * Edits on their way to the database, in order. A failed transaction keeps its edits here and reports;
 * the next edit or a retry sends them again, so nothing is lost as long as the window lives.
 */
export function createSaveQueue(
  save: (planId: PlanId, changes: readonly Change[]) => Promise<Result<null>>,
  report: (state: SaveState) => void,
): SaveQueue {
  let waiting: Batch[] = [];
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const first = waiting[0] as Batch;
      const together = takeWhile(waiting, (batch) => batch.planId === first.planId);
      const saved = await save(
        first.planId,
        together.flatMap((batch) => batch.changes),
      );
      if (!saved.ok) {
        report({ kind: 'failed', error: saved.error });
        return;
      }
      waiting = waiting.slice(together.length);
    }
    report({ kind: 'saved' });
  }

  function start(): Promise<void> {
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    push(planId, changes) {
      waiting = [...waiting, { planId, changes }];
      report({ kind: 'pending' });
      void start();
    },
    async retry() {
      if (waiting.length === 0) return;
      report({ kind: 'pending' });
      await start();
    },
    async idle() {
      while (running) await running;
    },
    dirty: () => waiting.length > 0,
  };
}

function takeWhile<T>(items: readonly T[], keep: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !keep(item));
  return items.slice(0, end < 0 ? items.length : end);
}
