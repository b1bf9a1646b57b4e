// What of titip jual waits for somebody, told on the page they open first.
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** For the seller: goods on their way back, to be counted. */
export function ComingBack({ waiting }: { readonly waiting: number }) {
  if (waiting === 0) return null;
  return (
    <div className="mt-4">
      <Notice
        tone="gold"
        title="Titipan kembali kepada Anda"
        action={
          <ButtonLink to="/penjual/titip" kind="outlined" small>
            Hitung yang sampai
          </ButtonLink>
        }
      >
        {waiting === 1 ? "Satu kiriman" : `${waiting} kiriman`} dari rak warung menunggu Anda hitung.
      </Notice>
    </div>
  );
}

/** For the warung: sendings that arrive, to be counted. */
export function Arriving({ waiting }: { readonly waiting: number }) {
  if (waiting === 0) return null;
  return (
    <Notice
      tone="gold"
      title="Titipan penjual akan datang"
      action={
        <ButtonLink to="/operator/titip" kind="outlined" small>
          Lihat titipan
        </ButtonLink>
      }
    >
      {waiting === 1 ? "Satu kiriman" : `${waiting} kiriman`} menunggu Anda hitung saat tiba.
    </Notice>
  );
}
