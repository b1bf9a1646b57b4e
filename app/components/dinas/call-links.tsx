// Telephone and WhatsApp of somebody an officer has to speak with.
import { mobileText } from "#app/lib/mobile.ts";
import { whatsappLink } from "#app/lib/whatsapp-link.ts";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly mobile: string;
  /** for readers: whom the links reach */
  readonly name: string;
  /** what the message begins with */
  readonly message: string;
};

const LINK = "inline-flex min-h-11 items-center gap-1.5 font-semibold text-maroon";

export function CallLinks({ mobile, name, message }: Props) {
  const whatsapp = whatsappLink(mobile, message);
  if (!whatsapp) return <span className="muted">{mobileText(mobile)}</span>;
  return (
    <span className="flex flex-wrap gap-x-4">
      <a href={`tel:${mobile}`} className={LINK}>
        <Icon name="phone" size={17} />
        <span className="sr-only">Telepon {name} </span>
        {mobileText(mobile)}
      </a>
      <a href={whatsapp} rel="noopener" className={LINK}>
        <Icon name="message" size={17} /> WhatsApp<span className="sr-only"> {name}</span>
      </a>
    </span>
  );
}
