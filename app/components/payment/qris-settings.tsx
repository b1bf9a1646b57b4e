// The warung's QRIS in its settings: whose it is, reading a new one, and the question before it counts.
import { Form, Link } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { PhotoField } from "../delivery/photo-field.tsx";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/desk-page.tsx";
import { AreaField, Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

type Fault = { readonly problem: Problem["problem"] | undefined };
type Whose = { readonly name: string; readonly city: string; readonly nmid: string };

function WhoseCode({ name, city, nmid }: Whose) {
  return (
    <>
      <p className="text-2xl font-extrabold tracking-tight">{name}</p>
      <div className="mt-2">
        <Facts
          facts={[
            ["Kota", city],
            [
              "NMID",
              <span key="nmid" className="tabular-nums">
                {nmid}
              </span>,
            ],
          ]}
        />
      </div>
    </>
  );
}

export function CurrentQris({ current }: { readonly current: Whose & { readonly since: string } }) {
  return (
    <section className="card card-pad" aria-label="QRIS sekarang">
      <p className="muted">Pembeli membayar ke</p>
      <WhoseCode {...current} />
      <p className="muted mt-3 text-[0.9375rem]">Terpasang sejak {current.since}.</p>
    </section>
  );
}

export function AskQris({ hasOne, problem }: Fault & { readonly hasOne: boolean }) {
  return (
    <Form method="post" encType="multipart/form-data" className="card card-pad space-y-5">
      <h2>{hasOne ? "Ganti QRIS" : "Baca QRIS Anda"}</h2>
      <PhotoField
        label="Foto stiker QRIS"
        hint="Satu kode saja di foto, lurus dan terang. Fotonya tidak kami simpan."
        gallery
        problem={problem}
      />
      <AreaField
        label="Atau tempel isi kodenya"
        name="qris"
        optional
        rows={3}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        hint="Teks panjang yang dimulai dengan 000201."
        problem={problem}
      />
      <Button wide kind={hasOne ? "outlined" : "go"} name="langkah" value="baca" busyText="Membaca…">
        Baca kode
      </Button>
    </Form>
  );
}

type ConfirmProps = Fault & {
  readonly read: Whose & { readonly payload: string };
  /** the name of the one it takes the place of */
  readonly replaces?: string | undefined;
};

export function ConfirmQris({ read, replaces, problem }: ConfirmProps) {
  return (
    <Form method="post" className="card card-pad space-y-5">
      <input type="hidden" name="qris" value={read.payload} />
      <input type="hidden" name="nama" value={read.name} />
      <input type="hidden" name="kota" value={read.city} />
      <input type="hidden" name="nmid" value={read.nmid} />
      <h2>Benar ini QRIS warung Anda?</h2>
      <div>
        <WhoseCode {...read} />
      </div>
      {replaces ? (
        <Notice tone="gold" title={`Menggantikan ${replaces}`}>
          Semua pembeli, juga yang sedang memesan, akan membayar ke kode baru ini.
        </Notice>
      ) : null}
      <Field
        label="Kata sandi akun Anda"
        name="kata_sandi_lama"
        type="password"
        autoComplete="current-password"
        required
        hint="Agar orang lain yang memegang HP Anda tidak dapat mengganti QRIS. Petugas dinas diberi tahu."
        problem={problem}
      />
      <Button kind="go" wide name="langkah" value="pastikan" busyText="Memasang…">
        Ya, pakai QRIS ini
      </Button>
      <p className="text-center">
        <Link to="/operator/toko/qris" reloadDocument className="tap font-semibold text-maroon">
          Bukan, baca yang lain
        </Link>
      </p>
    </Form>
  );
}

export function RemoveQris({ problem }: Fault) {
  return (
    <details className="card card-pad" open={problem !== undefined}>
      <summary className="tap cursor-pointer font-semibold text-clay-ink">Hapus QRIS</summary>
      <p className="muted mt-2 mb-3">
        Pesanan berikutnya dibayar tunai. Yang sedang berjalan dan belum dibayar juga ditagih tunai.
      </p>
      <Form method="post" className="space-y-4">
        <Field
          label="Kata sandi akun Anda"
          name="kata_sandi_lama"
          type="password"
          autoComplete="current-password"
          required
          problem={problem}
        />
        <Button kind="danger" wide name="langkah" value="hapus" busyText="Menghapus…">
          Hapus QRIS
        </Button>
      </Form>
    </details>
  );
}
