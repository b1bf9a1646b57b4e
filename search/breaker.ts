export type Breaker = {
  /** May the next search go to Meilisearch? After a pause one search at a time tries. */
  readonly allows: () => boolean;
  readonly succeeded: () => void;
  readonly failed: (how: "timeout" | "error") => void;
  readonly isOpen: () => boolean;
};

type Limits = {
  /** failures in a row that open it; one timeout is enough, as the next would cost the same wait */
  readonly failures: number;
  /** milliseconds without a try */
  readonly pause: number;
  readonly now?: () => number;
};

/** Keeps searches from waiting, one after the other, for a server that does not answer. */
export function createBreaker({ failures, pause, now = Date.now }: Limits): Breaker {
  let inRow = 0;
  let openUntil: number | undefined;
  return {
    allows: () => {
      if (openUntil === undefined) return true;
      if (now() < openUntil) return false;
      // This caller is the one try; should it never report back, the next may try after another pause.
      openUntil = now() + pause;
      return true;
    },
    succeeded: () => {
      inRow = 0;
      openUntil = undefined;
    },
    failed: (how) => {
      inRow += 1;
      if (how === "timeout" || inRow >= failures || openUntil !== undefined) openUntil = now() + pause;
    },
    isOpen: () => openUntil !== undefined,
  };
}
