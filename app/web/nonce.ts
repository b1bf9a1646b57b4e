import { createContext, useContext } from "react";

export const NonceContext = createContext("");

/** The mark of this render's own inline scripts; empty in the browser, where none are added. */
export function useNonce(): string | undefined {
  return useContext(NonceContext) || undefined;
}
