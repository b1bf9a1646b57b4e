import type { Changes } from "../lib/changes.ts";

/** Hands each announced change to the pages of this process that wait for its topic. */
export class ChangeHub implements Changes {
  readonly #listeners = new Map<string, Set<() => void>>();

  readonly subscribe = (topic: string, listener: () => void): (() => void) => {
    const all = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, all);
    // Wrapped, so that a listener given twice is called twice and taken off once.
    const own = () => listener();
    all.add(own);
    return () => {
      all.delete(own);
      if (all.size === 0) this.#listeners.delete(topic);
    };
  };

  emit(topic: string): void {
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener();
  }

  /** After a gap nobody knows what was missed: everyone looks again. */
  emitAll(): void {
    for (const topic of [...this.#listeners.keys()]) this.emit(topic);
  }
}
