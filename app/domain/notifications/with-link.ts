/** The text as it leaves: with the receiver's own link, if it has one, as its last line. */
export function withLink(body: string, link: string | null): string {
  return link ? `${body}\nLihat di sini: ${link}` : body;
}
