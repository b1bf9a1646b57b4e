// The photos of a product: add, order (drag with JavaScript, ↑ ↓ without), remove. The first is the one on its card.
import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { MOST_PHOTOS } from "#app/domain/catalogue/variant-limits.ts";
import { Icon } from "../ui/icon.tsx";
import { Picture } from "../ui/picture.tsx";
import { PhotoUpload } from "./photo-upload.tsx";

type Photo = {
  readonly media_id: number;
  readonly hash: string;
  readonly ground: string;
  readonly alt: string;
};
type Props = { readonly slug: string; readonly photos: readonly Photo[]; readonly error?: string };

const SIDE = "grid size-11 place-items-center rounded-xl border border-line bg-white disabled:opacity-40";

function Move({
  to,
  label,
  icon,
  off,
}: {
  to: string;
  label: string;
  icon: "chevron-left" | "chevron-right" | "trash";
  off?: boolean;
}) {
  return (
    <button type="submit" name="ke" value={to} disabled={off} className={SIDE} aria-label={label}>
      <Icon name={icon} size={18} />
    </button>
  );
}

/** Lets the photos be dragged; the library comes only to those who see this list. */
function useDragging(photos: readonly Photo[], arrange: (order: readonly string[]) => void) {
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef(arrange);
  latest.current = arrange;
  const many = photos.length > 1;
  useEffect(() => {
    const element = list.current;
    if (!element || !many) return;
    let sortable: { destroy(): void } | undefined;
    let gone = false;
    void import("sortablejs").then(({ default: Sortable }) => {
      if (gone) return;
      sortable = Sortable.create(element, {
        animation: 150,
        delay: 150,
        delayOnTouchOnly: true,
        filter: "button",
        preventOnFilter: false,
        dataIdAttr: "data-id",
        onEnd: (event) => {
          const order = [...element.children].map((item) => (item as HTMLElement).dataset.id!);
          // React owns the list: put the dragged one back and let the answer draw the new order
          const { oldIndex = 0, newIndex = 0, item } = event;
          const others = [...element.children].filter((child) => child !== item);
          element.insertBefore(item, others[oldIndex] ?? null);
          if (oldIndex !== newIndex) latest.current(order);
        },
      });
    });
    return () => {
      gone = true;
      sortable?.destroy();
    };
  }, [many]);
  return list;
}

export function ProductPhotos({ slug, photos, error }: Props) {
  const fetcher = useFetcher();
  const action = `/penjual/produk/${slug}/foto`;
  const arrange = (order: readonly string[]) =>
    fetcher.submit({ urutan: order.join(",") }, { method: "post", action: `${action}/urutan` });
  const list = useDragging(photos, arrange);
  const wanted = fetcher.formData?.get("urutan");
  const order = typeof wanted === "string" ? wanted.split(",") : [];
  const shown =
    order.length > 0
      ? [...photos].sort((a, b) => order.indexOf(String(a.media_id)) - order.indexOf(String(b.media_id)))
      : photos;
  return (
    <div className="space-y-3">
      {shown.length > 0 ? (
        <ul ref={list} className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {shown.map((photo, at) => (
            <li key={photo.media_id} data-id={photo.media_id} className="card overflow-hidden">
              <Picture
                picture={photo}
                sizes="(min-width: 30rem) 200px, 45vw"
                alt={`Foto ${at + 1}`}
                className="w-full"
              />
              <Form
                method="post"
                action={`${action}/urutan`}
                preventScrollReset
                className="flex justify-between gap-1 p-2"
              >
                <input type="hidden" name="foto" value={photo.media_id} />
                <Move to="depan" label={`Foto ${at + 1} ke depan`} icon="chevron-left" off={at === 0} />
                <Move to="hapus" label={`Hapus foto ${at + 1}`} icon="trash" />
                <Move
                  to="belakang"
                  label={`Foto ${at + 1} ke belakang`}
                  icon="chevron-right"
                  off={at === shown.length - 1}
                />
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">Belum ada foto. Produk dengan foto jauh lebih sering dibeli.</p>
      )}
      {shown.length > 1 ? (
        <p className="muted text-sm">Foto pertama tampil di daftar produk. Geser foto untuk mengurutkan.</p>
      ) : null}
      {shown.length < MOST_PHOTOS ? (
        <PhotoUpload
          action={action}
          label={shown.length > 0 ? "Tambah foto" : "Ambil atau pilih foto"}
          multiple
          error={error}
        />
      ) : (
        <p className="muted text-sm">Sudah {MOST_PHOTOS} foto. Hapus satu untuk menambah yang lain.</p>
      )}
    </div>
  );
}
