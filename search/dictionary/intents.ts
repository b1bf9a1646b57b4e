/**
 * What people want rather than what it is called: an occasion or a use = the things that serve it.
 * Source: the headings of Lampung's souvenir streets and markets, and the project's own sample of searches.
 */
export const intents = `
jajanan, jajan, camilan, cemilan, ngemil, snack, snek, makanan ringan, kudapan, penganan = keripik, kemplang, kerupuk, geguduh, kelanting
camilan pedas, cemilan pedas, jajanan pedas = keripik singkong balado
oleh oleh, oleh oleh lampung, oleh oleh khas, buah tangan, bingkisan, khas lampung, makanan khas = keripik pisang, kemplang, lempok, kopi bubuk, kue tat
suvenir, cendera mata, cenderamata, cinderamata, kenang kenangan, tanda mata = gantungan kunci, miniatur siger, pin siger, miniatur gajah
kado, hadiah, kado pernikahan, kado nikah, hampers, parsel, parcel, seserahan, hantaran = kain tapis, selendang tapis, dompet tapis, keripik pisang, lapis legit
suvenir nikah, suvenir pernikahan, suvenir kawinan = gantungan kunci, pin siger
bumbu dapur, bumbu, rempah rempah, bumbu masakan = lada, bumbu, kemiri, pala, cengkih, bawang
rempah = lada, cengkih, pala, kayu manis, kemiri
lauk, lauk pauk, teman nasi, lauk kering = abon, ikan teri, tempe, ikan asin, bandeng presto
makanan beku, frozen, frozen food, siap goreng = bakso, pempek, otak otak, bandeng presto
jamu, obat herbal, obat alami, herbal, minuman herbal, minuman sehat = jahe merah, kelor, madu, vco
masuk angin, penghangat, minuman hangat, obat batuk = jahe merah, madu
minuman, minuman segar, pelepas dahaga = sirup, kopi, teh, jahe merah
baju adat, pakaian adat, busana adat, baju pengantin, baju pesta, kondangan = kebaya sulam usus, kain tapis, selendang tapis
fesyen, fashion, pakaian, busana = kaos, kemeja, batik, kebaya
aksesori, aksesoris, perhiasan = bros, pin siger, gantungan kunci
hiasan, pajangan, dekorasi, hiasan rumah, interior = kaligrafi, miniatur, patung, hiasan dinding
peralatan dapur, alat dapur, alat masak, perabot, perkakas dapur = cobek, gerabah, bakul, tampah
kerajinan, kerajinan tangan, kriya, handmade = anyaman, tapis, gerabah, miniatur, sulam usus
buah, buah buahan, buah segar = nanas, jambu, alpukat, durian, pisang kepok
hasil laut, makanan laut, seafood, boga bahari = udang, ikan, teri, bandeng
kue lebaran, kue hari raya, kue kering, kue basah, jajanan pasar, kue tradisional, kue adat = kue, engkak, lapis legit, sekubal, cucur
takjil, buka puasa, bukaan = geguduh, cucur, kue, sirup, kelapa
bahan kue, bahan roti = tepung, gula, cokelat bubuk
pemanis, pemanis alami, gula sehat = gula aren, gula semut, madu
bebas gluten, tanpa gluten, makanan diet, pengganti nasi, diet = mocaf, tiwul, beras siger
sembako, bahan pokok, kebutuhan pokok, bahan makanan = beras, gula pasir, minyak goreng, telur, mi instan
perlengkapan mandi, alat mandi, kebutuhan mandi = sabun mandi, sampo, pasta gigi
perlengkapan bayi, kebutuhan bayi = popok bayi
kebersihan, alat cuci, bersih bersih = deterjen, sabun cuci piring
sarapan = mi instan, telur, geguduh, tiwul
sayur, sayuran, sayur mayur = bawang, cabai, tempe
sumber protein, protein = telur, daging, tempe, tahu, ikan
alas tidur, alas lantai = tikar
bangunan, bahan bangunan = geribik
perawatan kulit, kosmetik, kecantikan, perawatan tubuh = sabun kopi, vco
minyak rambut, minyak urut = vco
makanan = keripik, kue, sambal, abon
`;
