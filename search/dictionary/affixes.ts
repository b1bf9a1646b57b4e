/**
 * Words with Indonesian prefixes and suffixes that the light rules of search/stem.ts cannot undo, or must not:
 * what people type = what the catalogue calls it. Meilisearch has no stemmer for Indonesian.
 * Source: Tata Bahasa Baku Bahasa Indonesia (2017), chapters on derivation.
 */
export const affixes = `
anyam, menganyam, dianyam, teranyam, penganyam, anyam anyaman, nganyam = anyaman
menyulam, disulam, tersulam, bersulam, penyulam, sulaman usus, sulamannya = sulam usus, sulam
menenun, ditenun, penenun, tenunan, bertenun = tapis, kain tapis
membatik, dibatik, pembatik, batikan, batiknya = batik
gorengan = geguduh, cucur
menggoreng, digoreng, penggorengan = goreng
panggangan, dipanggang, memanggang, bakaran = panggang
bubukan, dibubuk, pembubuk = bubuk
olahan, diolah, pengolahan, olahan ikan = olahan, ikan
asapan, diasap, pengasapan, pengasap = asap
keripikan, kripikan, keripiknya = keripik
kerupukan, krupukan = kerupuk
manisnya, permanis, pemanis buatan, manis manisan = manisan, gula
sambalan, menyambal, sambelan, nyambel = sambal, cabai
kopian, pengopi, perkopian, kopi kopian = kopi
minuman kopi, ngopi = kopi
rempahan, perempahan = rempah
ukiran, mengukir, berukir, terukir, pahatan = patung, miniatur
gantung, menggantung, tergantung, digantung = gantungan
hias, menghias, penghias, perhiasan dinding = hiasan
penyedap, sedapan = bumbu, terasi
bumbuan, membumbui, perbumbuan, bumbu bumbuan = bumbu
pencuci, mencuci, cucian, pencucian = deterjen, sabun cuci
pemandian, mandi = sabun mandi, sampo
penyabun, sabunan, bersabun = sabun
beras berasan, perberasan = beras
buah buahan, berbuah, perbuahan = buah, nanas, alpukat, jambu
kue kuean, perkuean, kuenya = kue
ikan ikanan, perikanan = ikan
kayuan, perkayuan = kayu
kerajin, pengrajin, perajin = kerajinan
pakaian batik, berbatik = batik
fermentasian, difermentasi, fermentasi = fermentasi, tempoyak
cetakan, dicetak = cetak
celupan, dicelup, mencelup = celup
sangraian, disangrai = sangrai
kemasan, dikemas, pengemas = kemasan
parutan, diparut, memarut = parut
keringan, dikeringkan, mengering, pengering = kering
rebusan, direbus = mi instan
tempelan, hiasan baju, sematan = bros, pin
tepung tepungan, menepung, penepungan = tepung
bepergian, perjalanan = oleh oleh
pemberian, pemberi = oleh oleh
telur teluran, bertelur, petelur = telur
bersantan, disantan = santan
berpeci, berkopiah = kopiah
berselendang, menyelendang = selendang
membungkus, bungkusan = bungkus
tikaran, bertikar = tikar
`;
