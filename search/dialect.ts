/**
 * How a Lampung speaker may write an Indonesian word, undone: r as gh, kh or g (kekhupuk, teghasi), and the endings of
 * the nyo dialect, -o/-ow for -a, -ei/-ey for -i, -eu/-ew for -u (gulow, kupei, tahew); doubled consonants (putti).
 * Source: D.F. Walker, A Grammar of the Lampung Language (1976), chapter on sounds.
 */
export function dialectForms(word: string): string[] {
  let forms = new Set([word]);
  const also = (change: (form: string) => string) => {
    forms = new Set([...forms, ...[...forms].map(change)]);
  };
  also((form) => form.replace(/gh|kh|ḡ/g, "r"));
  also((form) => form.replace(/ow$|o$/, "a"));
  also((form) => form.replace(/e[iy]$/, "i"));
  also((form) => form.replace(/e[uw]$/, "u"));
  also((form) => form.replace(/([b-df-hj-np-tv-z])\1/g, "$1"));
  forms.delete(word);
  return [...forms];
}
