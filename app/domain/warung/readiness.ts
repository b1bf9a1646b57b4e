/** What the readiness gate looks at. */
export type ReadinessFacts = {
  readonly hasHours: boolean;
  readonly villages: number;
  readonly hasFees: boolean;
  readonly phoneConfirmed: boolean;
  readonly hasStaples: boolean;
  readonly hasOperator: boolean;
  /** a test order was carried through since the designation */
  readonly testDone: boolean;
};

export type ReadinessPoint = {
  readonly key: "operator" | "phone" | "hours" | "villages" | "fees" | "staples" | "test";
  readonly done: boolean;
  readonly label: string;
  /** what is still to be done, for the operator */
  readonly hint: string;
  /** where the operator does it; the test order is begun by an officer */
  readonly to: string | null;
};

/** The check list of the gate, in the order in which it is best worked through. */
export function readiness(facts: ReadinessFacts): ReadinessPoint[] {
  return [
    {
      key: "operator",
      done: facts.hasOperator,
      label: "Akun pemilik",
      hint: "Pemilik mendaftar dengan nomor HP yang diundang.",
      to: null,
    },
    {
      key: "phone",
      done: facts.phoneConfirmed,
      label: "Nomor HP warung",
      hint: "Masukkan kode yang kami kirim ke nomor warung.",
      to: "/operator/toko/nomor",
    },
    {
      key: "hours",
      done: facts.hasHours,
      label: "Jam buka",
      hint: "Isi jam buka tiap hari.",
      to: "/operator/toko/jam",
    },
    {
      key: "villages",
      done: facts.villages > 0,
      label: "Desa layanan",
      hint: "Pilih desa yang Anda antar.",
      to: "/operator/toko/wilayah",
    },
    {
      key: "fees",
      done: facts.hasFees,
      label: "Ongkos kirim",
      hint: "Isi tarif menurut jarak.",
      to: "/operator/toko/ongkir",
    },
    {
      key: "staples",
      done: facts.hasStaples,
      label: "Sembako",
      hint: "Tandai sembako yang ada.",
      to: "/operator/sembako",
    },
    {
      key: "test",
      done: facts.testDone,
      label: "Pesanan uji",
      hint: "Dimulai petugas dinas bila yang lain sudah lengkap.",
      to: null,
    },
  ];
}

/** Whether the gate is passed. */
export function isReady(points: readonly ReadinessPoint[]): boolean {
  return points.every((point) => point.done);
}

/** What must be there before a test order makes sense: everything but the test itself. */
export function canBeTested(points: readonly ReadinessPoint[]): boolean {
  return points.every((point) => point.done || point.key === "test");
}
