/** Lets a page wait for changes announced by the domain (see `announce`); `app/server.ts` feeds it. */
export type Changes = {
  /** Calls `listener` at each change of `topic` until the returned function is called. */
  readonly subscribe: (topic: string, listener: () => void) => () => void;
};
