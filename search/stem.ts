/**
 * Candidate roots of an Indonesian word, most careful first: "anyamannya" → anyaman, anyam. Particles, possessives,
 * then suffixes and prefixes with their sound changes (me-n-y-ulam → sulam). Whether one is meant, the caller decides
 * by looking it up. Rules: Nazief & Adriani (1996), without the dictionary walk.
 */
export function roots(word: string): string[] {
  const found = new Set<string>();
  const add = (candidate: string) => {
    if (candidate.length >= 3 && candidate !== word) found.add(candidate);
  };
  const bare = [word, word.replace(/(?:lah|kah|tah|pun)$/, ""), word.replace(/(?:nya|ku|mu)$/, "")];
  for (const base of new Set(bare)) {
    add(base);
    const heads = [base, ...unprefixed(base)];
    for (const head of heads) {
      add(head);
      for (const suffix of ["an", "kan", "i"]) if (head.endsWith(suffix)) add(head.slice(0, -suffix.length));
    }
  }
  return [...found];
}

function unprefixed(word: string): string[] {
  const rest = (length: number) => word.slice(length);
  if (/^(?:meny|peny)/.test(word)) return [`s${rest(4)}`, rest(4)];
  if (/^(?:meng|peng)/.test(word)) return [rest(4), `k${rest(4)}`];
  if (/^(?:mem|pem)/.test(word)) return [rest(3), `p${rest(3)}`];
  if (/^(?:men|pen)/.test(word)) return [rest(3), `t${rest(3)}`];
  if (/^(?:ber|ter|per)/.test(word)) return [rest(3)];
  if (/^(?:di|ke|se|me|pe)/.test(word)) return [rest(2)];
  if (/^ng/.test(word)) return [rest(2), `k${rest(2)}`];
  if (/^ny/.test(word)) return [`s${rest(2)}`, `c${rest(2)}`];
  return [];
}
