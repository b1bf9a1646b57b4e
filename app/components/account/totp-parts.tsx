// Setting up the second step: the secret to scan or type, the codes for a lost phone, and what can be done once it is on.
import { Form } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

type Fault = { readonly problem: Problem["problem"] | undefined };

export type Setup = {
  readonly secret: string;
  readonly address: string;
  readonly qr: { readonly size: number; readonly path: string };
};

export function TotpSetup({ setup, problem }: { readonly setup: Setup } & Fault) {
  const { qr, secret, address } = setup;
  return (
    <ol className="space-y-5">
      <li className="card card-pad">
        <h2>1. Pindai dengan aplikasi autentikator</h2>
        <p className="muted mt-1">Misalnya Google Authenticator, Aegis, atau 2FAS.</p>
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          className="mx-auto my-4 block w-full max-w-60 rounded-xl border border-line bg-white"
          shapeRendering="crispEdges"
          role="img"
          aria-label="Kode QR untuk aplikasi autentikator"
        >
          <path d={qr.path} fill="#000" />
        </svg>
        <p className="muted">Sedang membuka halaman ini di ponsel itu juga?</p>
        <p className="mt-2">
          <ButtonLink to={address} plain kind="outlined">
            Buka di aplikasi
          </ButtonLink>
        </p>
        <p className="muted mt-4">Atau ketik kunci ini di aplikasinya:</p>
        <p className="mt-1 text-lg font-bold tracking-wide break-words select-all">
          {secret.match(/.{1,4}/g)?.join(" ")}
        </p>
      </li>
      <li className="card card-pad">
        <h2>2. Ketik kode yang tampil</h2>
        <Form method="post" className="mt-4 space-y-5">
          <Field
            label="Kode 6 angka"
            name="kode"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]*"
            maxLength={7}
            required
            className="text-center text-2xl font-extrabold tracking-[0.3em] tabular-nums"
            problem={problem}
          />
          <Button wide busyText="Memeriksa…">
            Nyalakan dua langkah
          </Button>
        </Form>
      </li>
    </ol>
  );
}

/** Shown once: whoever leaves this page without them asks for new ones. */
export function RecoveryCodes({ codes, next }: { readonly codes: readonly string[]; readonly next: string }) {
  return (
    <>
      <Notice tone="good" title="Dua langkah menyala">
        Simpan kode cadangan ini sekarang. Kode ini hanya ditampilkan sekali.
      </Notice>
      <div className="card card-pad mt-5">
        <h2>Kode cadangan Lapak Lampung</h2>
        <p className="muted mt-1">
          Bila ponsel hilang, ketik satu kode ini sebagai ganti kode aplikasi. Setiap kode berlaku satu kali.
        </p>
        <ul className="mt-4 grid grid-cols-2 gap-x-6 gap-y-2 text-lg font-bold tabular-nums select-all">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-4 print:hidden">
        <ButtonLink to={next}>Sudah saya simpan</ButtonLink>
        <p className="muted">Cetak halaman ini, atau salin ke tempat yang aman.</p>
      </div>
    </>
  );
}

type OnProps = Fault & {
  readonly codesLeft: number;
  /** officers may not turn it off */
  readonly isRequired: boolean;
  /** which form the problem belongs to */
  readonly sent: string | undefined;
};

export function TotpOn({ codesLeft, isRequired, sent, problem }: OnProps) {
  return (
    <>
      <Notice tone="good" title="Dua langkah menyala">
        Saat masuk, kami meminta kode dari aplikasi autentikator Anda.
      </Notice>
      <Section title="Kode cadangan">
        <div className="card card-pad">
          <p>
            Masih ada <strong>{count(codesLeft)} kode</strong> yang belum dipakai.
            {codesLeft < 3 ? " Sebaiknya buat yang baru." : ""}
          </p>
          <Form method="post" className="mt-4 space-y-4">
            <input type="hidden" name="intent" value="kode-baru" />
            <Field
              label="Kata sandi"
              name="kata_sandi_lama"
              type="password"
              autoComplete="current-password"
              required
              problem={sent === "kode-baru" ? problem : undefined}
            />
            <Button busyText="Membuat…">Buat 10 kode baru</Button>
          </Form>
        </div>
      </Section>
      <Section title="Matikan dua langkah">
        {isRequired ? (
          <p className="card card-pad muted">Petugas dinas selalu masuk dengan dua langkah.</p>
        ) : (
          <details className="card card-pad" open={sent === "matikan"}>
            <summary className="tap cursor-pointer font-semibold text-clay-ink">
              Matikan: kata sandi saja yang diminta
            </summary>
            <Form method="post" className="mt-3 space-y-4">
              <input type="hidden" name="intent" value="matikan" />
              <Field
                label="Kata sandi"
                name="kata_sandi_lama"
                type="password"
                autoComplete="current-password"
                required
                problem={sent === "matikan" ? problem : undefined}
              />
              <Button kind="danger" busyText="Mematikan…">
                Matikan
              </Button>
            </Form>
          </details>
        )}
      </Section>
    </>
  );
}
