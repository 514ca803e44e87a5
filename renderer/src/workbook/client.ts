import { err } from '#shared/domain/issue';
import { joinParts } from './parts';
import type { Answers, Job, Part, Reply, Request } from './protocol';

/** The part of a Worker that is used; a test gives its own. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface RunOptions {
  /** Ends the job; the answer is `file.cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** A job that takes longer is ended: a hostile file may keep a parser busy for ever. */
export const TIME_LIMIT = 60_000;

/**
 * Runs jobs one after another in a worker. A worker that fails, is cancelled or runs out of time is ended and replaced, so
 * that the next job starts afresh. Never rejects: `file.timeout`, `file.cancelled`, `file.workerFailed`.
 */
export function createWorkbookClient(create: () => WorkerLike, timeLimit: number = TIME_LIMIT) {
  let worker: WorkerLike | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let counter = 0;

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  function runNow<K extends Job['kind']>(job: Extract<Job, { kind: K }>, signal?: AbortSignal): Promise<Answers[K]> {
    return new Promise((resolve) => {
      const fail = (code: string): void => {
        end();
        finish(err({ code }));
      };
      const abort = (): void => fail('file.cancelled');
      const timer = setTimeout(() => fail('file.timeout'), timeLimit);
      function finish(answer: Answers[keyof Answers]): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        resolve(answer as Answers[K]);
      }
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort);
      const id = ++counter;
      worker ??= create();
      const parts: Part[] = [];
      worker.onmessage = ({ data }) => {
        if (data.id !== id) return;
        if ('part' in data) parts.push(data.part);
        else finish(joinParts(data.answer, parts));
      };
      worker.onerror = () => fail('file.workerFailed');
      worker.postMessage({ id, job });
    });
  }

  return {
    run<K extends Job['kind']>(job: Extract<Job, { kind: K }>, options: RunOptions = {}): Promise<Answers[K]> {
      const mine = last.then(() => runNow<K>(job, options.signal));
      last = mine;
      return mine;
    },
  };
}
