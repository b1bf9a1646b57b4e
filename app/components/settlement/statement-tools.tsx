// The ways a statement leaves the page.
import { ButtonLink } from "../ui/button.tsx";

export function StatementTools({ path, go }: { readonly path: string; readonly go?: boolean }) {
  return (
    <div className="no-print flex flex-wrap gap-3">
      <ButtonLink plain kind={go ? "go" : "filled"} to={`${path}/rincian.pdf`}>
        Unduh PDF
      </ButtonLink>
      <ButtonLink plain kind="outlined" to={`${path}/rincian.csv`}>
        Unduh CSV
      </ButtonLink>
    </div>
  );
}
