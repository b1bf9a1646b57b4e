import type { Actor } from "./actor.ts";

/** Officers and administrators prove themselves twice; everyone else once. */
export function needsSecondFactor(actor: Actor): boolean {
  return (
    actor.kind === "person" && actor.memberships.some(({ role }) => role === "officer" || role === "admin")
  );
}
