/**
 * When only the general word is typed, the thing most people mean, most likely first. Nothing is left out by it; it
 * only decides who stands in front among what fits equally well.
 * Source: what Lampung is known for (BPS, Provinsi Lampung Dalam Angka; souvenir streets) and what a household buys
 * most; to be replaced by the shop's own sales figures once it has a year of them.
 */
export const usual = `
kopi = kopi bubuk robusta, kopi bubuk, kopi robusta
robusta = kopi bubuk robusta, kopi robusta
keripik = keripik pisang cokelat, keripik pisang, keripik singkong
keripik pisang = keripik pisang cokelat, keripik pisang asin
pisang = pisang kepok, keripik pisang cokelat, keripik pisang
kerupuk = kemplang ikan, kemplang tenggiri, kerupuk udang, kemplang
kemplang = kemplang ikan, kemplang tenggiri
madu = madu hutan
lada = lada hitam butir, lada hitam, lada putih
merica = lada hitam butir, lada hitam, lada putih, merica putih
gula = gula pasir, gula aren
gula aren = gula aren cetak, gula semut
cokelat = cokelat bubuk, cokelat batang
kakao = cokelat bubuk kakao, biji kakao
durian = durian lokal, durian utuh, lempok durian, tempoyak
lempok = lempok durian
dodol = dodol, lempok durian
manisan = manisan buah, manisan
sirup = sirup
tapis = kain tapis, selendang tapis, tas tapis, dompet tapis
siger = miniatur siger, pin siger
miniatur = miniatur siger, miniatur gajah
batik = kain batik, kemeja batik
sulam usus = kebaya sulam usus
kebaya = kebaya sulam usus
anyaman = tikar pandan, tas anyaman, bakul, geribik
sambal = sambal lampung, sambal botol
bumbu = bumbu seruit, bumbu pindang
terasi = terasi udang
ikan = ikan asin, abon ikan, ikan asap, pempek ikan
ikan asin = ikan asin, ikan teri
teri = ikan teri
bakso = bakso sapi
udang = udang vaname
kue = kue tat, engkak, lapis legit
jahe = jahe merah
beras = beras premium, beras medium, beras sphp
minyak = minyak goreng, minyakita
minyak goreng = minyak goreng kemasan, minyakita, minyak goreng curah
telur = telur ayam
ayam = daging ayam
daging = daging sapi, daging ayam
bawang = bawang merah, bawang putih
cabai = cabai merah, cabai rawit
cabai rawit = cabai rawit merah, cabai rawit hijau
tepung = tepung terigu, tepung tapioka, tepung mocaf
susu = susu kental manis, susu bubuk
mi = mi instan
teh = teh celup
sabun = sabun mandi, sabun cuci piring, sabun kopi
tempe = tempe papan, tempe
tahu = tahu putih
kelapa = kelapa parut, gula kelapa
air = air galon, isi ulang air
singkong = keripik singkong, opak singkong
nanas = nanas segar, nanas
jajanan = keripik pisang cokelat, kemplang ikan, kemplang tenggiri, keripik singkong
camilan = keripik pisang cokelat, kemplang ikan, kemplang tenggiri, keripik singkong
oleh oleh = keripik pisang cokelat, kemplang ikan, kemplang tenggiri, kopi bubuk, lempok durian
suvenir = gantungan kunci, miniatur siger, pin siger
kaos = kaos lampung, kaos oblong
`;
