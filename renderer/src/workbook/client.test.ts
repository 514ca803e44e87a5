import { describe, expect, it } from 'vitest';
import { ok } from '#shared/domain/issue';
import { createWorkbookClient, type WorkerLike } from './client';
import type { Request } from './protocol';

function fake(behave: (request: Request, worker: WorkerLike) => void) {
  const made: { worker: WorkerLike; ended: boolean }[] = [];
  const create = (): WorkerLike => {
    const one: { worker: WorkerLike; ended: boolean } = {
      ended: false,
      worker: {
        onmessage: null,
        onerror: null,
        postMessage: (request: Request) => behave(request, one.worker),
        terminate: () => (one.ended = true),
      } as WorkerLike,
    };
    made.push(one);
    return one.worker;
  };
  return { create, made };
}

const answer = (request: Request, worker: WorkerLike, bytes: number): void => {
  queueMicrotask(() =>
    worker.onmessage?.({ data: { id: request.id, answer: ok(new Uint8Array([bytes])) } } as MessageEvent),
  );
};
const job = { kind: 'csv', rows: [['a']] } as const;

describe('jobs of the spreadsheet worker', () => {
  it('run one after another in the same worker', async () => {
    let running = 0;
    const { create, made } = fake((request, worker) => {
      expect(++running).toBe(1);
      setTimeout(() => {
        running -= 1;
        answer(request, worker, request.id);
      }, 5);
    });
    const client = createWorkbookClient(create);
    expect(await Promise.all([client.run(job), client.run(job)])).toEqual([
      ok(new Uint8Array([1])),
      ok(new Uint8Array([2])),
    ]);
    expect(made).toHaveLength(1);
  });

  it('are ended at the time limit, and the next one gets a fresh worker', async () => {
    const { create, made } = fake((request, worker) => {
      if (request.id > 1) answer(request, worker, 7);
    });
    const client = createWorkbookClient(create, 20);
    expect(await client.run(job)).toEqual({ ok: false, error: { code: 'file.timeout' } });
    expect(made[0]?.ended).toBe(true);
    expect(await client.run(job)).toEqual(ok(new Uint8Array([7])));
    expect(made).toHaveLength(2);
  });

  it('can be cancelled while running and before', async () => {
    const { create, made } = fake(() => undefined);
    const client = createWorkbookClient(create);
    const stop = new AbortController();
    const running = client.run(job, { signal: stop.signal });
    const waiting = client.run(job, { signal: stop.signal });
    await Promise.resolve();
    stop.abort();
    expect(await running).toEqual({ ok: false, error: { code: 'file.cancelled' } });
    expect(await waiting).toEqual({ ok: false, error: { code: 'file.cancelled' } });
    expect(made[0]?.ended).toBe(true);
  });

  it('say so when the worker itself fails', async () => {
    const { create } = fake((_request, worker) => queueMicrotask(() => worker.onerror?.({} as ErrorEvent)));
    expect(await createWorkbookClient(create).run(job)).toEqual({ ok: false, error: { code: 'file.workerFailed' } });
  });
});
