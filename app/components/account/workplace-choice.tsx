// "Ganti warung" / "Ganti usaha": for the few who work in more than one place. Nothing for everybody else.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Workplace } from "#app/domain/accounts/workplaces.ts";
import { Icon } from "../ui/icon.tsx";

const WORDS = { seller: "Ganti usaha", operator: "Ganti warung" } as const;

/** The form that makes a place the one to act for; `children` is its button. */
export function WorkplaceForm({
  place,
  children,
}: {
  readonly place: Workplace;
  readonly children: ReactNode;
}) {
  return (
    <Form method="post" action="/akun/tempat">
      <input type="hidden" name="peran" value={place.role} />
      <input type="hidden" name="tempat" value={place.slug} />
      {children}
    </Form>
  );
}

export function WorkplaceChoice({ places }: { readonly places: readonly Workplace[] }) {
  const [now, ...others] = places;
  if (!now || others.length === 0) return null;
  return (
    // closed again once another place is open
    <details key={now.slug}>
      <summary className="tap cursor-pointer font-semibold text-maroon">{WORDS[now.role]}</summary>
      <p className="muted mt-1 text-[0.9375rem]">Sekarang Anda bekerja untuk {now.name}. Pindah ke:</p>
      <ul className="mt-2 mb-4 grid gap-2">
        {others.map((place) => (
          <li key={place.slug}>
            <WorkplaceForm place={place}>
              <button type="submit" className="btn btn-outlined w-full">
                <Icon name={place.role === "seller" ? "package" : "store"} size={18} /> {place.name}
              </button>
            </WorkplaceForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
