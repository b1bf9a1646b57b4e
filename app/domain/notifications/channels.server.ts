import nodemailer, { type Transporter } from "nodemailer";
import type { OpenMessage } from "#db/queries/messages.ts";
import type { Env } from "../../lib/env.server.ts";

export type Channel = "outbox" | "whatsapp" | "email";

const PATIENCE_MS = 15_000;

/**
 * WhatsApp Cloud API, `POST /{phone-number-id}/messages`: a template with the text as its one parameter when one is
 * set (needed outside the 24-hour window), else plain text.
 * @throws Error with the answer's status when it was not taken
 */
async function sendWhatsapp(env: Env, message: OpenMessage): Promise<void> {
  const content = env.WHATSAPP_TEMPLATE
    ? {
        type: "template",
        template: {
          name: env.WHATSAPP_TEMPLATE,
          language: { code: "id" },
          // a parameter may hold no line break
          components: [
            { type: "body", parameters: [{ type: "text", text: message.body.replace(/\s+/g, " ") }] },
          ],
        },
      }
    : { type: "text", text: { preview_url: false, body: message.body } };
  const response = await fetch(`${env.WHATSAPP_API_BASE}/${env.WHATSAPP_PHONE_ID}/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${env.WHATSAPP_TOKEN}`, "Content-Type": "application/json" },
    body: JSON.stringify({ messaging_product: "whatsapp", to: message.mobile.slice(1), ...content }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) {
    // Error codes alone: the rest of the answer repeats the number and the text.
    const answer = (await response.json().catch(() => ({}))) as { error?: { code?: number } };
    throw new Error(`WhatsApp menjawab ${response.status}, kode ${answer.error?.code ?? "tidak ada"}`);
  }
}

let post: Transporter | undefined;

async function sendMail(env: Env, message: OpenMessage): Promise<void> {
  post ??= nodemailer.createTransport(env.SMTP_URL, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as object);
  await post.sendMail({
    from: env.SMTP_FROM,
    to: { name: message.recipient_name, address: message.email! },
    subject: message.subject,
    text: message.body,
    // a second try of the same message is the same message to the reader's mail program
    messageId: `<pesan-${message.id}@lapaklampung.id>`,
  });
}

/** How this message leaves: by e-mail only to those who gave an address. */
export function channelFor(env: Env, message: Pick<OpenMessage, "email">): Channel {
  if (env.MESSAGE_CHANNEL === "email") return message.email ? "email" : "outbox";
  return env.MESSAGE_CHANNEL;
}

/** Hands a message over. @throws Error when the channel did not take it */
export async function handOver(env: Env, channel: Channel, message: OpenMessage): Promise<void> {
  if (channel === "whatsapp") await sendWhatsapp(env, message);
  if (channel === "email") await sendMail(env, message);
}
