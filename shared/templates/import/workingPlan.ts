import type { Plan } from '../../domain/plan';
import { COLLECTION_NAMES, type CollectionName, type Collections, type PlanData } from '../../domain/planData';
import type { NewId } from '../../domain/ids';
import type { Instant, IsoDate } from '../../domain/primitives';
import type { ImportTarget, Locale } from '../definition';

export interface ImportClock {
  readonly newId: NewId;
  readonly now: Instant;
  readonly today: IsoDate;
  readonly locale: Locale;
}

type Undo = () => void;

/** A copy of the plan that rows are read into; each row is taken back whole when it is refused. */
export class WorkingPlan implements ImportTarget {
  readonly newId: NewId;
  readonly now: Instant;
  readonly today: IsoDate;
  readonly locale: Locale;
  finalPass = false;
  private readonly maps: Record<CollectionName, Map<string, unknown>>;
  private current: PlanData;
  private undo: Undo[] = [];

  constructor(
    private readonly base: PlanData,
    clock: ImportClock,
  ) {
    this.newId = clock.newId;
    this.now = clock.now;
    this.today = clock.today;
    this.locale = clock.locale;
    this.maps = Object.fromEntries(
      COLLECTION_NAMES.map((name) => [name, new Map<string, unknown>(base[name])]),
    ) as Record<CollectionName, Map<string, unknown>>;
    this.current = { ...base, ...this.maps } as PlanData;
  }

  isNew(collection: CollectionName, id: string): boolean {
    return !this.base[collection].has(id);
  }

  get data(): PlanData {
    return this.current;
  }

  put<K extends CollectionName>(collection: K, record: Collections[K]): void {
    this.write(collection, record.id, record);
  }

  remove(collection: CollectionName, id: string): void {
    this.write(collection, id, undefined);
  }

  setPlan(plan: Plan): void {
    const before = this.current;
    this.undo.push(() => (this.current = before));
    this.current = { ...this.current, plan };
  }

  /** What was written since the last call stands. */
  keepRow(): void {
    this.undo = [];
  }

  /** What was written since the last `keepRow` is taken back. */
  dropRow(): void {
    for (const step of this.undo.reverse()) step();
    this.undo = [];
  }

  private write(collection: CollectionName, id: string, record: unknown): void {
    const map = this.maps[collection];
    const before = map.get(id);
    this.undo.push(() => {
      if (before === undefined) map.delete(id);
      else map.set(id, before);
    });
    if (record === undefined) map.delete(id);
    else map.set(id, record);
  }
}
