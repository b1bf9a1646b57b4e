// Says that something went into the basket, after the form came back to the page with `?masuk=1`.
import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

export function AddedNotice() {
  const [params] = useSearchParams();
  if (params.get("masuk") !== "1") return null;
  return (
    <div className="mb-4">
      <Notice
        tone="good"
        title="Sudah masuk keranjang"
        action={
          <ButtonLink to="/keranjang" small>
            Lihat keranjang
          </ButtonLink>
        }
      />
    </div>
  );
}
