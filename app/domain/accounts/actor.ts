import { NotAllowed, NotLoggedIn, SecondFactorNeeded } from "#app/lib/errors.ts";

export type Membership =
  | { readonly role: "seller"; readonly umkmId: number; readonly name: string; readonly slug: string }
  | {
      readonly role: "operator";
      readonly warungId: number;
      readonly name: string;
      readonly slug: string;
      /** works orders, but settings and staff are the owner's */
      readonly isStaff?: boolean;
    }
  /** `regencyCode` null: the province */
  | { readonly role: "officer"; readonly regencyCode: string | null; readonly name: string }
  | { readonly role: "admin"; readonly name: string };

/** Who is asking. Every command takes one first and checks it before anything else. */
export type Actor =
  | { readonly kind: "guest" }
  | {
      readonly kind: "person";
      readonly accountId: number;
      readonly name: string;
      readonly mobile: string;
      readonly memberships: readonly Membership[];
      /** this session passed the second factor */
      readonly secondFactor: boolean;
      /** has an authenticator, and this session has not shown its code yet: it may do that, and nothing else */
      readonly owesSecondFactor?: boolean;
    }
  /** the program itself: jobs, the seed, the command line */
  | {
      readonly kind: "system";
      readonly name: string;
      /** limited to the rows of one regency; null: the whole province */
      readonly regencyCode: string | null;
    };

export type Person = Extract<Actor, { kind: "person" }>;

export const guest: Actor = { kind: "guest" };

/** The program itself, named for the record (`jadwal`, `benih`), everywhere or in one regency alone. */
export function system(name: string, regencyCode: string | null = null): Actor {
  return { kind: "system", name, regencyCode };
}

/** Whoever gave the right password, though a second factor may be owed: for proving it. @throws NotLoggedIn */
export function asLoggedIn(actor: Actor): Person {
  if (actor.kind !== "person") throw new NotLoggedIn();
  return actor;
}

/** @throws NotLoggedIn, SecondFactorNeeded while the code of their authenticator is owed */
export function asPerson(actor: Actor): Person {
  const person = asLoggedIn(actor);
  if (person.owesSecondFactor) throw new SecondFactorNeeded();
  return person;
}

/** The seller's business this person acts for: the first, which is the one chosen on this device. @throws NotLoggedIn, NotAllowed */
export function asSeller(actor: Actor): Person & { readonly umkm: Extract<Membership, { role: "seller" }> } {
  const person = asPerson(actor);
  const umkm = person.memberships.find((membership) => membership.role === "seller");
  if (!umkm) throw new NotAllowed();
  return { ...person, umkm };
}

/** The warung this person acts for: the first, which is the one chosen on this device. @throws NotLoggedIn, NotAllowed */
export function asOperator(
  actor: Actor,
): Person & { readonly warung: Extract<Membership, { role: "operator" }> } {
  const person = asPerson(actor);
  const warung = person.memberships.find((membership) => membership.role === "operator");
  if (!warung) throw new NotAllowed();
  return { ...person, warung };
}

/** The owner of a warung; somebody of its staff is refused. @throws NotLoggedIn, NotAllowed */
export function asWarungOwner(actor: Actor): ReturnType<typeof asOperator> {
  const operator = asOperator(actor);
  if (operator.warung.isStaff) throw new NotAllowed();
  return operator;
}

export type Officer = Person & { readonly regencyCode: string | null; readonly office: string };

/**
 * An officer of one regency, or of the province (`regencyCode` null); an administrator counts as the province's.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export function asOfficer(actor: Actor): Officer {
  const person = asPerson(actor);
  const office = person.memberships.find(({ role }) => role === "officer" || role === "admin");
  if (!office) throw new NotAllowed();
  if (!person.secondFactor) throw new SecondFactorNeeded();
  return {
    ...person,
    regencyCode: office.role === "officer" ? office.regencyCode : null,
    office: office.name,
  };
}

/** An officer of the province. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export function asProvince(actor: Actor): Officer {
  const officer = asOfficer(actor);
  if (officer.regencyCode !== null) throw new NotAllowed();
  return officer;
}

/**
 * An officer whose office covers this regency; the program itself may act everywhere.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export function requireOfficerOf(actor: Actor, regencyCode: string): void {
  if (actor.kind === "system") return;
  const officer = asOfficer(actor);
  if (officer.regencyCode !== null && officer.regencyCode !== regencyCode) throw new NotAllowed();
}
