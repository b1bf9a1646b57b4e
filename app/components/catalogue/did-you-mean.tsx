// Over the results: what the text was taken for, and the way to just what was typed; without results, what may be meant.
import { Link } from "@remix-run/react";

type Props = { readonly typed: string; readonly meant: string | null; readonly found: boolean };

const hrefOf = (q: string) => `/produk?q=${encodeURIComponent(q)}`;

export function DidYouMean({ typed, meant, found }: Props) {
  if (!meant) return null;
  return (
    <p className="mt-2">
      {found ? (
        <>
          Menampilkan hasil untuk <strong>{meant}</strong>.{" "}
          <Link to={hrefOf(`"${typed.replaceAll('"', "")}"`)} className="tap link">
            Cari persis “{typed}”
          </Link>
        </>
      ) : (
        <>
          Maksud Anda:{" "}
          <Link to={hrefOf(meant)} className="tap link font-bold">
            {meant}
          </Link>
          ?
        </>
      )}
    </p>
  );
}
