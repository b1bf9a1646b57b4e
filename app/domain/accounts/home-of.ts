import type { Actor } from "./actor.ts";

/** The page a person's work begins on. */
export function homeOf(actor: Actor): string {
  if (actor.kind !== "person") return "/";
  const roles = actor.memberships.map((membership) => membership.role);
  if (roles.includes("operator")) return "/operator";
  if (roles.includes("seller")) return "/penjual";
  return roles.includes("officer") || roles.includes("admin") ? "/dinas" : "/akun";
}
