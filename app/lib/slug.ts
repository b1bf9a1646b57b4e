/** `Kopi Robusta "Petik Merah" 200 g` → `kopi-robusta-petik-merah-200-g`; at most 80 characters, never empty. */
export function slugify(text: string): string {
  const slug = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug || "tanpa-nama";
}
