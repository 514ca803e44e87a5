import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupId, parseBackupId } from './backupName';
import { backupsToDrop, isNearEmpty, KEEP, type KeptBackup } from './backupPolicy';

const dayOf = (instant: string): string => instant.slice(0, 10);

function entry(n: number, more: Partial<KeptBackup> = {}): KeptBackup {
  const at = new Date(Date.UTC(2026, 6, 1) + n * 3_600_000).toISOString();
  const name = { kind: 'recent' as const, at, plans: 1, records: 100, checksum: 'a'.repeat(32), ...more };
  return { ...name, id: backupId(name), verified: true, ...more };
}

const anyEntry = fc
  .record({
    hour: fc.integer({ min: 0, max: 2000 }),
    kind: fc.constantFrom('recent', 'daily', 'manual') as fc.Arbitrary<KeptBackup['kind']>,
    records: fc.integer({ min: 0, max: 5000 }),
    verified: fc.boolean(),
  })
  .map(({ hour, ...more }) => entry(hour, more));
const anyRing = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 120 });

describe('what the ring of backups drops', () => {
  it('is the oldest of the recent ones beyond their number', () => {
    const ring = Array.from({ length: KEEP.recent + 2 }, (_, n) => entry(n));
    expect(backupsToDrop(ring, dayOf).sort()).toEqual([ring[0]!.id, ring[1]!.id].sort());
  });

  it('is the earlier daily ones of a day', () => {
    const morning = entry(1, { kind: 'daily' });
    const evening = entry(20, { kind: 'daily' });
    const tomorrow = entry(30, { kind: 'daily' });
    expect(backupsToDrop([morning, evening, tomorrow], dayOf)).toEqual([morning.id]);
  });

  it('is not the rich daily one when a near-empty one follows on the same day', () => {
    expect(
      backupsToDrop([entry(1, { kind: 'daily', records: 800 }), entry(20, { kind: 'daily', records: 2 })], dayOf),
    ).toEqual([]);
  });

  it('never includes the richest good backup’s last equal of its kind, nor everything good', () => {
    fc.assert(
      fc.property(anyRing, (ring) => {
        const dropped = new Set(backupsToDrop(ring, dayOf));
        const good = ring.filter(({ verified }) => verified);
        const richest = Math.max(0, ...good.map(({ records }) => records));
        const rich = good.filter(({ records }) => !isNearEmpty(records, richest));
        expect(rich.length === 0 || rich.some(({ id }) => !dropped.has(id))).toBe(true);
      }),
    );
  });

  it('never depends on how many near-empty or damaged ones there are, as far as rich ones go', () => {
    fc.assert(
      fc.property(anyRing, (ring) => {
        const good = ring.filter(({ verified }) => verified);
        const richest = Math.max(0, ...good.map(({ records }) => records));
        const rich = good.filter(({ records }) => !isNearEmpty(records, richest));
        const richIds = new Set(rich.map(({ id }) => id));
        expect(
          backupsToDrop(ring, dayOf)
            .filter((id) => richIds.has(id))
            .sort(),
        ).toEqual(backupsToDrop(rich, dayOf).sort());
      }),
    );
  });

  it('leaves a ring that needs no second pruning', () => {
    fc.assert(
      fc.property(anyRing, (ring) => {
        const dropped = new Set(backupsToDrop(ring, dayOf));
        expect(
          backupsToDrop(
            ring.filter(({ id }) => !dropped.has(id)),
            dayOf,
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('the name of a backup', () => {
  it('says everything about it and is read back', () => {
    const name = {
      kind: 'manual' as const,
      at: '2026-09-30T01:12:00.123Z',
      plans: 2,
      records: 418,
      checksum: '0f'.repeat(16),
    };
    expect(backupId(name)).toBe(`manual-20260930T011200123Z-2p-418r-${'0f'.repeat(16)}`);
    expect(parseBackupId(backupId(name))).toEqual(name);
  });

  it('is nothing else', () => {
    expect(parseBackupId('recent-today')).toBeNull();
    expect(parseBackupId('../recent-20260930T011200123Z-2p-418r-' + '0f'.repeat(16))).toBeNull();
  });
});
