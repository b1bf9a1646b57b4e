import { type AddressInfo, createServer } from "node:net";

export type FakeSmtp = {
  /** what SMTP_URL is set to */
  readonly url: string;
  /** whole mails, head and text */
  readonly mails: string[];
  /** refuses recipients from now on, or takes them again */
  readonly refuse: (refusing: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** A mail server that speaks just enough SMTP (RFC 5321) to take a mail. */
export async function startFakeSmtp(): Promise<FakeSmtp> {
  const mails: string[] = [];
  let refusing = false;
  const server = createServer((socket) => {
    let buffered = "";
    let mail: string[] | undefined;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (mail) {
        if (line !== ".") return void mail.push(line);
        mails.push(mail.join("\n"));
        mail = undefined;
        return say("250 taken");
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "RCPT" && refusing) return say("550 no such mailbox");
      if (verb === "DATA") {
        mail = [];
        return say("354 go ahead");
      }
      if (verb === "QUIT") return void socket.end("221 bye\r\n");
      return say("250 ok");
    };
    socket.on("data", (part) => {
      buffered += part.toString("utf8");
      const lines = buffered.split("\r\n");
      buffered = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
    socket.on("error", () => {});
    say("220 test");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (next) => {
      refusing = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
