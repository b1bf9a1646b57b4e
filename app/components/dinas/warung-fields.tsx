// The fields of a nomination, new or put right. Where the browser can tell its place, one tap fills in the coordinates.
import { useRef, useState } from "react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField, Field, SelectField } from "../ui/field.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

type Values = {
  readonly name: string;
  readonly keeperName: string;
  readonly mobile: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly villageCode: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly capacity: string;
};

type Props = {
  readonly villages: readonly { readonly code: string; readonly name: string; readonly district: string }[];
  readonly values?: Values | undefined;
  readonly problem: Problem["problem"] | undefined;
  /** what the reason is for */
  readonly reasonLabel: string;
};

function Coordinates({ values, problem }: Pick<Props, "values" | "problem">) {
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const locate = () => {
    setSaid("Mencari letak Anda …");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const field = (name: string) => box.current?.querySelector<HTMLInputElement>(`[name=${name}]`);
        const [latitude, longitude] = [field("lintang"), field("bujur")];
        if (latitude) latitude.value = coords.latitude.toFixed(6);
        if (longitude) longitude.value = coords.longitude.toFixed(6);
        setSaid(`Terisi, teliti sampai ${Math.round(coords.accuracy)} m.`);
      },
      () => setSaid("Letak tidak dapat dibaca. Isi dari peta, atau kosongkan."),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <div ref={box} className="space-y-3">
      <div className="grid grid-cols-2 gap-4">
        <Field
          label="Lintang"
          name="lintang"
          inputMode="text"
          placeholder="-5,3971"
          defaultValue={values?.latitude}
          problem={problem}
        />
        <Field
          label="Bujur"
          name="bujur"
          inputMode="text"
          placeholder="105,2668"
          defaultValue={values?.longitude}
          problem={problem}
        />
      </div>
      {hydrated ? (
        <p className="flex flex-wrap items-center gap-3">
          <Button type="button" kind="outlined" small onClick={locate}>
            Pakai lokasi saya
          </Button>
          <span className="muted text-sm" aria-live="polite">
            {said || "Saat Anda berdiri di warungnya. Letak boleh kosong."}
          </span>
        </p>
      ) : null}
    </div>
  );
}

export function WarungFields({ villages, values, problem, reasonLabel }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Nama warung"
          name="nama"
          required
          maxLength={120}
          defaultValue={values?.name}
          problem={problem}
        />
        <Field
          label="Nama pemilik"
          name="pemilik"
          required
          maxLength={100}
          defaultValue={values?.keeperName}
          problem={problem}
        />
        <Field
          label="Nomor HP"
          name="no_hp"
          type="tel"
          inputMode="tel"
          required
          defaultValue={values?.mobile}
          hint="Nomor ini menjadi akun pemilik."
          problem={problem}
        />
        <Field
          label="Kapasitas tiap jam antar"
          name="kapasitas"
          inputMode="numeric"
          required
          defaultValue={values?.capacity ?? "10"}
          hint="Pesanan yang sanggup diantar dalam 4 jam; pemilik dapat mengubahnya."
          problem={problem}
        />
      </div>
      <SelectField
        label="Desa atau kelurahan"
        name="desa"
        prompt="Pilih desa"
        defaultValue={values?.villageCode}
        options={villages.map(({ code, name, district }) => ({
          value: code,
          label: `${name}, Kec. ${district}`,
        }))}
        problem={problem}
      />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[minmax(0,1fr)_6rem_6rem] max-sm:[&>:first-child]:col-span-2">
        <Field
          label="Alamat"
          name="alamat"
          required
          maxLength={200}
          defaultValue={values?.address}
          problem={problem}
        />
        <Field
          label="RT"
          name="rt"
          inputMode="numeric"
          maxLength={3}
          defaultValue={values?.rt}
          problem={problem}
        />
        <Field
          label="RW"
          name="rw"
          inputMode="numeric"
          maxLength={3}
          defaultValue={values?.rw}
          problem={problem}
        />
      </div>
      <Coordinates values={values} problem={problem} />
      <AreaField
        label={reasonLabel}
        name="alasan"
        rows={2}
        required
        minLength={5}
        maxLength={400}
        problem={problem}
      />
    </>
  );
}
