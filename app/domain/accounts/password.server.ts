import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet (2024): argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id hash in PHC format. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

// Checked when there is no such account, so that the answer takes as long as a wrong password's.
const nobody = hashPassword("nobody has this password");

/** Whether `password` is the one behind `stored`; takes equally long when there is no account. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password);
  return stored !== undefined && matches;
}
