// Searches of buyers and the words officers add for them: the lists of /dinas/pencarian.
import { Form, Link } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";

export type SearchedLine = {
  readonly text: string;
  readonly searches: number;
  readonly found_none: number;
  readonly found_few: number;
  /** what it means by an officer's word, if it has one */
  readonly meant: string | null;
};

export type SynonymLine = { readonly typed: string; readonly meant: string };

function outcome({ searches, found_none, found_few }: SearchedLine): string {
  const parts = [`${count(searches)} kali dicari`];
  if (found_none > 0) parts.push(`${count(found_none)} tanpa hasil`);
  if (found_few > 0) parts.push(`${count(found_few)} hanya satu atau dua hasil`);
  return parts.join(" · ");
}

type SearchedListProps = {
  readonly texts: readonly SearchedLine[];
  /** where the form for this text is; undefined for who may not add words */
  readonly hrefFor?: (text: string) => string;
};

export function SearchedList({ texts, hrefFor }: SearchedListProps) {
  return (
    <ul className="card divide-y divide-line">
      {texts.map((line) => (
        <li key={line.text} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 p-4">
          <div className="min-w-0">
            <p className="font-bold break-words">{line.text}</p>
            <p className="muted text-[0.9375rem]">{outcome(line)}</p>
            {line.meant ? (
              <p className="mt-1">
                <Tag tone="good">dimaksud: {line.meant}</Tag>
              </p>
            ) : null}
          </div>
          <div className="flex flex-wrap gap-x-5">
            <Link to={`/produk?q=${encodeURIComponent(line.text)}`} className="tap link">
              Coba cari<span className="sr-only"> {line.text}</span>
            </Link>
            {hrefFor ? (
              <Link to={hrefFor(line.text)} className="tap link font-semibold">
                {line.meant ? "Ubah padanan" : "Beri padanan"}
                <span className="sr-only"> {line.text}</span>
              </Link>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

type SynonymListProps = {
  readonly synonyms: readonly SynonymLine[];
  readonly hrefFor?: (synonym: SynonymLine) => string;
};

export function SynonymList({ synonyms, hrefFor }: SynonymListProps) {
  return (
    <ul className="card divide-y divide-line">
      {synonyms.map((synonym) => (
        <li key={synonym.typed} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 p-4">
          <p className="min-w-0 break-words">
            <strong>{synonym.typed}</strong> <span className="muted">dimaksud</span> {synonym.meant}
          </p>
          {hrefFor ? (
            <div className="flex flex-wrap items-start gap-x-5">
              <Link to={hrefFor(synonym)} className="tap link font-semibold">
                Ubah<span className="sr-only"> {synonym.typed}</span>
              </Link>
              <details className="text-right">
                <summary className="tap cursor-pointer font-semibold text-clay-ink">
                  Hapus<span className="sr-only"> {synonym.typed}</span>
                </summary>
                <Form method="post" className="mt-1">
                  <input type="hidden" name="intent" value="hapus" />
                  <Button kind="danger" small name="kata" value={synonym.typed} busyText="Menghapus…">
                    Ya, hapus padanan ini
                  </Button>
                </Form>
              </details>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
