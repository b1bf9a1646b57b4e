import type { Actor } from "./actor.ts";

/** Officers and administrators prove themselves twice, and whoever has set up an authenticator; everyone else once. */
export function needsSecondFactor(actor: Actor): boolean {
  if (actor.kind !== "person") return false;
  return actor.owesSecondFactor === true || mustHaveSecondFactor(actor);
}

/** Officers and administrators have no choice. */
export function mustHaveSecondFactor(actor: Actor): boolean {
  return (
    actor.kind === "person" && actor.memberships.some(({ role }) => role === "officer" || role === "admin")
  );
}
