export type PastedPrices = {
  /** rupiah by the staple's key */
  readonly prices: Readonly<Record<string, number>>;
  readonly wrong: readonly { readonly line: number; readonly text: string; readonly why: string }[];
};

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** `13.500`, `Rp 13.500,00`, `13500`; undefined for anything else. A spreadsheet writes decimals after a comma. */
function rupiahOf(cell: string): number | undefined {
  const text = cell
    .replace(/^\s*Rp\.?\s*/i, "")
    .replace(/,(00?|-)\s*$/, "")
    .trim();
  return /^(\d{1,9}|\d{1,3}([.\s]\d{3})+)$/.test(text) ? Number(text.replace(/\D/g, "")) : undefined;
}

/**
 * Prices as they come out of a spreadsheet, a line each: the name (or key) of a staple, a tab or `;`, and rupiah. Lines
 * that cannot be read are told, never guessed; a header and empty lines are passed over.
 */
export function readPastedPrices(
  text: string,
  staples: readonly { readonly key: string; readonly name: string }[],
): PastedPrices {
  const keys = new Map(
    staples.flatMap(({ key, name }) => [
      [plain(key), key],
      [plain(name), key],
    ]),
  );
  const prices: Record<string, number> = {};
  const wrong: { line: number; text: string; why: string }[] = [];
  for (const [at, row] of text.split(/\r\n|\r|\n/).entries()) {
    if (row.trim() === "") continue;
    const cells = row.split(/\t|;/).map((cell) => cell.trim());
    const told = { line: at + 1, text: row.trim().slice(0, 80) };
    const key = keys.get(plain(cells[0] ?? ""));
    const price = rupiahOf(cells.slice(1).findLast((cell) => cell !== "") ?? "");
    if (at === 0 && !key && price === undefined) continue;
    if (!key) wrong.push({ ...told, why: "tidak ada dalam daftar sembako provinsi" });
    else if (price === undefined) wrong.push({ ...told, why: "harganya tidak terbaca" });
    else if (key in prices) wrong.push({ ...told, why: "sembako ini sudah ada di baris lain" });
    else prices[key] = price;
  }
  return { prices, wrong };
}
