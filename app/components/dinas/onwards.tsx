// Under a list that is read page by page: back to its start, and on. Shows nothing when the list is whole.
import { ButtonLink } from "../ui/button.tsx";

type Props = {
  /** address of the first page; null when this is it */
  readonly start: string | null;
  /** address of the next page; null at the end */
  readonly next: string | null;
};

export function Onwards({ start, next }: Props) {
  if (!start && !next) return null;
  return (
    <nav aria-label="Halaman" className="mt-5 flex justify-between gap-2">
      {start ? (
        <ButtonLink small kind="outlined" to={start}>
          Dari awal
        </ButtonLink>
      ) : (
        <span />
      )}
      {next ? (
        <ButtonLink small kind="outlined" to={next}>
          Berikutnya
        </ButtonLink>
      ) : null}
    </nav>
  );
}

/** The address of a page with this place in its list; what is empty is left out. */
export function pageHref(
  path: string,
  asked: Readonly<Record<string, string | number | undefined | null>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) params.set(name, String(value));
  return params.size > 0 ? `${path}?${params}` : path;
}
