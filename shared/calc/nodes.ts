import type { Issue } from '../domain/issue';

/** What a node gives: its value and what is wrong with it. `failed`: the value only stands in for one. */
export interface NodeOutput<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
  readonly failed: boolean;
}

type Input = unknown;

interface Kept<T> {
  readonly inputs: readonly Input[];
  readonly value: T;
  generation: number;
}

function sameInputs(a: readonly Input[], b: readonly Input[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    const left = a[i];
    const right = b[i];
    if (Object.is(left, right)) continue;
    // A list made anew of the same things is the same input.
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    for (let j = 0; j < left.length; j += 1) if (!Object.is(left[j], right[j])) return false;
  }
  return true;
}

/**
 * The nodes of one kind, each remembered with the inputs it was computed from and computed again only when one of them
 * is another object (architecture rule 13).
 */
export class NodeStore<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private generation = 0;

  /** Value of the node `key`: the very same object while its inputs are. */
  get(key: string, inputs: readonly Input[], compute: () => T): T {
    const known = this.kept.get(key);
    if (known && sameInputs(known.inputs, inputs)) {
      known.generation = this.generation;
      return known.value;
    }
    const value = compute();
    this.kept.set(key, { inputs, value, generation: this.generation });
    return value;
  }

  /** Ends a run: forgets the nodes nobody asked for in it. */
  sweep(used: number): void {
    if (this.kept.size > used) {
      for (const [key, node] of this.kept) if (node.generation !== this.generation) this.kept.delete(key);
    }
    this.generation += 1;
  }
}

/** Runs a node; when it throws, `fallback` stands in and the failure is an issue of what it is about. */
export function guarded<T>(subject: Issue['subject'], fallback: () => T, compute: () => NodeOutput<T>): NodeOutput<T> {
  try {
    return compute();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const issue: Issue = { code: 'calc.failed', level: 'error', subject, params: { reason } };
    return { value: fallback(), issues: [issue], failed: true };
  }
}

/** A node without anything to complain of. */
export const fine = <T>(value: T): NodeOutput<T> => ({ value, issues: [], failed: false });

/** A node with the issues and the failure of what it depends on. */
export function dependent<T>(on: readonly NodeOutput<unknown>[], compute: () => NodeOutput<T>): NodeOutput<T> {
  const node = compute();
  const issues = on.flatMap((part) => part.issues);
  const failed = node.failed || on.some((part) => part.failed);
  return issues.length === 0 && failed === node.failed
    ? node
    : { value: node.value, issues: [...issues, ...node.issues], failed };
}
