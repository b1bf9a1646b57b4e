import { redirect } from "@remix-run/node";
import { StaleRecord } from "../lib/errors.ts";

/** After a step of an import: back to its page, also when somebody was first. */
export async function importMoved(runId: number, act: () => Promise<void>): Promise<Response> {
  try {
    await act();
    return redirect(`/dinas/impor/${runId}`);
  } catch (error) {
    if (!(error instanceof StaleRecord)) throw error;
    return redirect(`/dinas/impor/${runId}?kabar=berubah`);
  }
}
