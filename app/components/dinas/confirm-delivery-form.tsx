// After too many wrong PINs: the officer has asked the buyer by phone and says that the goods were received.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField } from "../ui/field.tsx";

type Props = {
  readonly code: string;
  readonly buyer: string;
  readonly problem: Problem["problem"] | undefined;
};

export function ConfirmDeliveryForm({ code, buyer, problem }: Props) {
  return (
    <Form method="post" action={`/dinas/pesanan/${code}/pastikan`} className="card card-pad space-y-4">
      <div>
        <h2>PIN salah terlalu sering</h2>
        <p className="muted mt-1">
          Telepon {buyer}: apakah barang sudah diterima dan dibayar? Bila ya, catat di sini. Bila tidak, ambil
          alih pesanannya.
        </p>
      </div>
      <AreaField
        label="Siapa yang Anda telepon, dan apa jawabnya?"
        name="keterangan"
        rows={2}
        required
        minLength={5}
        maxLength={300}
        problem={problem}
      />
      <Button kind="go" busyText="Menyimpan…">
        Sudah diterima dan dibayar
      </Button>
    </Form>
  );
}
