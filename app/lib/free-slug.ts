import { slugify } from "./slug.ts";

/** What a thing's address may be, the nicest first: its name, its name and place, and last a number that is its own. */
export function slugCandidates(name: string, place: string, ownNumber: string | number): string[] {
  const short = slugify(name);
  return [
    short,
    slugify(`${short.slice(0, 55)} ${place}`),
    `${short.slice(0, 60)}-${slugify(String(ownNumber))}`,
  ];
}

/** The first that nobody has; it is taken from now on. */
export function takeFreeSlug(candidates: readonly string[], taken: Set<string>): string {
  const free = candidates.find((slug) => !taken.has(slug));
  if (free === undefined) throw new Error(`every address is taken: ${candidates.join(", ")}`);
  taken.add(free);
  return free;
}
