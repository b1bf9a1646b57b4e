import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once the page's script runs; false on the server, at the first client render, and for ever without JavaScript. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
