// Previous and next of a long list, with where one is: `<Pager page={2} pages={9} hrefFor={(n) => `?halaman=${n}`} />`.
// Shows nothing when there is one page.
import { Link } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import { Icon } from "./icon.tsx";

type Props = { readonly page: number; readonly pages: number; readonly hrefFor: (page: number) => string };

export function Pager({ page, pages, hrefFor }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Halaman" className="mt-6 flex items-center justify-between gap-2">
      {page > 1 ? (
        <Link to={hrefFor(page - 1)} rel="prev" className="btn btn-outlined btn-small">
          <Icon name="chevron-left" size={18} /> Sebelumnya
        </Link>
      ) : (
        <span />
      )}
      <span className="muted text-center text-sm">
        Halaman {count(page)} dari {count(pages)}
      </span>
      {page < pages ? (
        <Link to={hrefFor(page + 1)} rel="next" className="btn btn-outlined btn-small">
          Berikutnya <Icon name="chevron-right" size={18} />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
