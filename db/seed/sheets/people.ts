import type { Random } from "./random.ts";

const WOMEN =
  "Siti Sri Nur Dewi Yuni Ani Rina Ratna Wati Endang Tuti Lilis Eka Dwi Tri Ayu Ningsih Yanti Sulastri Suryani Maryam Fatimah Aisyah Halimah Khadijah Rohani Rosmala Nuraini Marlina Herlina Desi Fitri Indah Lestari Mega Novita Putri Rahma Sari Wulan Zahra Zubaidah Komariah Sumiati Sutinah Kartini Hayati Nurhayati Masitoh Jamilah Ernawati Susilawati Megawati Nurlela Ida Ketut Made Nyoman Wayan".split(
    " ",
  );
const MEN =
  "Budi Agus Hendra Dedi Joko Slamet Bambang Suparman Wahyu Andi Rudi Eko Heru Iwan Yusuf Ahmad Muhammad Ali Hasan Husin Zainal Abdul Firman Rizki Fajar Dimas Bayu Arif Ridwan Sutrisno Sugeng Mulyono Suyanto Paijo Sukardi Sumarno Tarmizi Basri Effendi Syarif Herman Darwin Rusli Jamal Sobri Azwar Made Wayan Nyoman Ketut Gede Komang Dadang Asep Ujang Cecep Yanto Sapri Marzuki Mahmud".split(
    " ",
  );
const FAMILY =
  "Aminah Astuti Wijaya Santoso Kurniawan Saputra Saputri Hidayat Rahman Hakim Setiawan Susanto Prasetyo Nugroho Purnomo Utomo Handayani Rahayu Lestari Puspita Anggraini Maharani Permata Kusuma Wibowo Hartono Suharto Suryadi Iskandar Ismail Ibrahim Syahputra Pratama Ramadhan Maulana Firdaus Sanjaya Irawan Gunawan Darmawan Setiadi Yulianto Supriyadi Mustofa Nasution Hasibuan Siregar Sudarma Suartana Wirawan Suryanegara Marga Batin Negara Ratu Sutan Yulianti Oktaviani Safitri Wulandari Kartika".split(
    " ",
  );

export interface PersonName {
  woman: boolean;
  first: string;
  full: string;
}

/** A plausible name of someone in Lampung: Lampung, Javanese, Sundanese, Balinese, Batak. */
export function personName(random: Random): PersonName {
  const woman = random.chance(0.58);
  const first = random.pick(woman ? WOMEN : MEN);
  return { woman, first, full: `${first} ${random.pick(FAMILY)}` };
}

const STREETS =
  "Pangeran Antasari|Teuku Umar|Raden Intan|Imam Bonjol|Cut Nyak Dien|Ahmad Yani|Diponegoro|Kartini|Gajah Mada|Sultan Agung|Ratu Dibalau|Pramuka|Pulau Damar|Pulau Sebesi|Melati|Mawar|Kenanga|Anggrek|Cempaka|Merdeka|Pasar Lama|Masjid Al-Huda|Masjid Nurul Iman|Lintas Barat|Lintas Tengah|Raya Desa|Sawah Baru|Kopi|Lada|Cengkih|Kelapa|Rawa Indah|Bukit Sari|Tirtayasa|Soekarno Hatta|Ki Hajar Dewantara|Hasanudin|Basuki Rahmat|Wolter Monginsidi|Dr. Sutomo".split(
    "|",
  );

/** `Jl. Raden Intan No. 24` */
export function streetAddress(random: Random): string {
  return `Jl. ${random.pick(STREETS)} No. ${random.int(1, 180)}`;
}

/** Number of an RT or RW, three digits. */
export function neighbourhoodNumber(random: Random, last: number): string {
  return String(random.int(1, last)).padStart(3, "0");
}
