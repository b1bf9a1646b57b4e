import sharp from "sharp";
import { type Actor, asPerson } from "#app/domain/accounts/actor.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { logOut } from "#app/domain/accounts/log-out.server.ts";
import { hashPassword } from "#app/domain/accounts/password.server.ts";
import { addDocument } from "#app/domain/umkm/add-document.server.ts";
import { returnUmkm } from "#app/domain/umkm/return-umkm.server.ts";
import { saveBankAccount } from "#app/domain/umkm/save-bank-account.server.ts";
import { saveBusiness } from "#app/domain/umkm/save-business.server.ts";
import { saveLicences } from "#app/domain/umkm/save-licences.server.ts";
import { saveOwner } from "#app/domain/umkm/save-owner.server.ts";
import { savePlace } from "#app/domain/umkm/save-place.server.ts";
import { startApplication } from "#app/domain/umkm/start-application.server.ts";
import { submitApplication } from "#app/domain/umkm/submit-application.server.ts";
import { nominateWarung } from "#app/domain/warung/nominate-warung.server.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import type { Db } from "#db/client.server.ts";
import { upsertAccount } from "#db/queries/accounts.ts";
import { BU_RATNA, CAST_PASSWORD } from "./cast.ts";

type Applicant = {
  readonly name: string;
  readonly mobile: string;
  readonly business: string;
  readonly village: string;
  readonly address: string;
  readonly category: string;
  readonly kbli: string;
  readonly about: string;
  readonly nik: string;
  readonly nib: string;
  readonly pirt: string | null;
};

/** Invented people whose applications wait on the desks of Bandar Lampung and Pesawaran. */
const APPLICANTS: readonly Applicant[] = [
  {
    name: "Marlina",
    mobile: "0812-7300-0001",
    business: "Sambal Cumi Marlina",
    village: "18.71.01.1003",
    address: "Gg. Mawar No. 7",
    category: "sambal-bumbu",
    kbli: "10772",
    about: "Sambal cumi asin, digoreng tiap pagi, tahan tiga bulan dalam botol.",
    nik: "1871014507850003",
    nib: "9120001234501",
    pirt: "206187101001229",
  },
  {
    name: "Yuni Hartati",
    mobile: "0812-7300-0002",
    business: "Kripik Yuni",
    village: "18.71.01.1005",
    address: "Jl. Teuku Umar No. 31",
    category: "keripik",
    kbli: "10794",
    about: "Keripik pisang dan talas.",
    nik: "1871026203900001",
    nib: "9120001234502",
    pirt: null,
  },
  {
    name: "Hasan Basri",
    mobile: "0812-7300-0003",
    business: "Kopi Talang Hasan",
    village: "18.71.01.1003",
    address: "Jl. Pramuka No. 88",
    category: "kopi",
    kbli: "10761",
    about: "Robusta dari kebun keluarga di Lampung Barat, disangrai di Kedaton.",
    nik: "1804071109780002",
    nib: "9120001234503",
    pirt: "206187101003430",
  },
  {
    name: "Rusmini",
    mobile: "0812-7300-0004",
    business: "Tapis Rusmini",
    village: "18.09.03.2001",
    address: "Dusun II",
    category: "tapis",
    kbli: "13912",
    about: "Tapis dan selendang, disulam tangan.",
    nik: "1809034101700005",
    nib: "9120001234504",
    pirt: null,
  },
];

/** A sheet of paper with a few words, as a phone would photograph it: plainly an example. */
function paper(title: string, lines: readonly string[]): Promise<Buffer> {
  const text = [title, ...lines, "CONTOH, BUKAN DOKUMEN ASLI"]
    .map((line, at) => `<text x="60" y="${120 + at * 70}" font-size="${at === 0 ? 52 : 38}">${line}</text>`)
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640" font-family="sans-serif" fill="#251A17">
    <rect width="1000" height="640" fill="#E9DFD2"/><rect x="24" y="24" width="952" height="592" fill="#FFFFFF"/>${text}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

/** Acts as the person with this number, in a session that ends with the work. */
async function acting<Result>(
  db: Db,
  mobile: string,
  act: (actor: Actor) => Promise<Result>,
): Promise<Result> {
  const token = await logIn(db, {
    mobile: parseMobile(mobile)!,
    password: CAST_PASSWORD,
    address: "benih",
    device: "benih",
  });
  try {
    const actor = await findActor(db, token);
    return await act(
      actor.kind === "person" ? { ...actor, secondFactor: true, owesSecondFactor: false } : actor,
    );
  } finally {
    await logOut(db, token);
  }
}

async function apply(db: Db, applicant: Applicant): Promise<string> {
  const { name, mobile, business, village, nik, nib } = applicant;
  await acting(db, mobile, (actor) =>
    startApplication(actor, db, { kind: "UMKM", name: business, villageCode: village }),
  );
  // a new session, as the business belongs to them only now
  return acting(db, mobile, async (actor) => {
    await saveBusiness(actor, db, {
      kind: "UMKM",
      name: business,
      mobile: parseMobile(mobile)!,
      category: applicant.category,
      kbli: applicant.kbli,
      about: applicant.about,
    });
    await saveOwner(actor, db, { ownerName: name, nik });
    await savePlace(actor, db, { villageCode: village, address: applicant.address, rt: "004", rw: "002" });
    await saveLicences(actor, db, { nib, pirt: applicant.pirt, halal: null, bpom: null });
    await saveBankAccount(actor, db, { bank: "121", accountNumber: `38${nib.slice(-8)}`, holder: name });
    const papers = [
      ["ktp", await paper("KARTU TANDA PENDUDUK", [name])],
      ["nib", await paper("NOMOR INDUK BERUSAHA", [business, nib])],
      ["place", await paper("FOTO TEMPAT USAHA", [business])],
      ...(applicant.pirt ? [["pirt", await paper("SPP-IRT", [applicant.pirt])] as const] : []),
    ] as const;
    for (const [kind, bytes] of papers) await addDocument(actor, db, { kind, bytes });
    await submitApplication(actor, db);
    const own = asPerson(actor).memberships.find((membership) => membership.role === "seller");
    return own?.role === "seller" ? own.slug : "";
  });
}

/**
 * Gives a fresh market something to decide: applications that wait, one that was returned, a nominated warung. Only
 * beside the seed's own people, and through the verbs that real ones use.
 * @returns how many applications wait
 */
export async function seedExamples(db: Db): Promise<number> {
  const passwordHash = await hashPassword(CAST_PASSWORD);
  await db.transaction().execute(async (tx) => {
    for (const { name, mobile } of APPLICANTS)
      await upsertAccount(tx, { name, mobile: parseMobile(mobile)!, passwordHash });
  });
  const slugs: string[] = [];
  for (const applicant of APPLICANTS) slugs.push(await apply(db, applicant));
  await acting(db, BU_RATNA.mobile, async (officer) => {
    await returnUmkm(officer, db, {
      slug: slugs[1]!,
      points: ["nib_photo", "place_photo"],
      reason: "Foto NIB buram dan papan nama belum tampak. Foto ulang di tempat terang.",
    });
    await nominateWarung(officer, db, {
      name: "Warung Mbak Sri",
      keeperName: "Sri Wahyuni",
      mobile: parseMobile("0813-7300-0001")!,
      address: "Jl. Sultan Agung No. 12",
      rt: "002",
      rw: "001",
      villageCode: "18.71.01.1005",
      latitude: null,
      longitude: null,
      capacity: 8,
      reason: "Buka sampai malam, punya motor, dikenal warga.",
    });
  });
  return APPLICANTS.length - 1;
}
