/**
 * Lampung words of both dialects, api (Pesisir, A) and nyo (Abung, O), and Javanese and Sundanese ones that the
 * settlers' villages use every day: what people type = what the catalogue calls it.
 * Sources: Junaiyah H.M. dkk., Kamus Lampung–Indonesia (Pusat Bahasa, 1985); D.F. Walker, A Grammar of the Lampung
 * Language (1976); the project's own sample of searches; everyday use. Where a spelling varies (r/gh/kh, o/ow, i/ei,
 * u/eu), search/dialect.ts goes by rule; here stand the words that differ.
 */
export const lampung = `
punti, puntei, puttei, putti, putei, punttei = pisang
kahwa, kahwo, kawa, kahwe, kawo, kahaw = kopi
kupi, kupei, kupey = kopi
kepeleng, kempeleng, kappeleng = kemplang
meddu, maddu, medu, meddeu = madu
buak, buek, buwak, juadah, juwadah, juadoh = kue
buak tat, buek tat, tat = kue tat
tahlui, tahluy, tahloi, telui, teluy, tahlwi, hatelui = telur
manuk, manuek, manok, manok = ayam, daging ayam
uyah, uyeh = garam
iwa, iwak, iwo, punyu, punyeu = ikan
iwa teri, punyu teri = ikan teri
iwa masin, iwa sin, punyu masin, iwak asin, punyeu asin = ikan asin
hudang, hurang, udeng = udang
bias, biyas, beyas, bihas, weas = beras
wai, way, uwai, uway, wae, banyu = air
gulo, gulow, gulai tebu = gula
gula suluh, gulo suluh, gula abang, gula bereum = gula aren, gula kelapa
hanau, hano, hanaw, anau, enau = aren
suluh, suluah, abang, abing = merah
handak, andak, hanndak, putieh = putih
harong, halom, hallom, haghong, harung, ireng, hideung = hitam
bawang suluh, bawang abang, brambang, berambang, bawang bereum, bawang beureum = bawang merah
bawang handak, bawang andak, bawang bodas = bawang putih
cabi, cabik, cabiy, lacak, lombok, cengek = cabai, cabai rawit
lado, ladow, lada harong = lada
sahang = lada
blacan, belacan, acan, calok, cincalok, balacan = terasi
sambol, sambo = sambal
deriyan, derian, diyan, dian, dughian, derien, duruian = durian
tempuyak, tempoyak durian, asam durian = tempoyak
kanas, kenas, nyanas, danas = nanas
lamasa, malasa, benasa, nongko = nangka
nyiwi, nyiwei, nyiui, niwi, nyiyui, krambil, kerambil, kambil, kalapa = kelapa
minyak nyiwi, minyak nyiwei, minyak klentik, minyak kelentik, minyak krengseng = minyak kelapa
hubi, gubi, ubei, sabik, kasbi, kaspe, kaspo, pohung, telo pohon, budin, sampeu, boled, menyok, ketela pohon, ubi kayu = singkong
gedang, gedhang, cau = pisang
endog, endhog, ndog = telur
apai, appai, apei, lampit = tikar
bakol, wakul, ceting, cething, boboko = bakul
kawai, kaway, kawei, kaoai = kaos, kemeja, kebaya
sinjang, injang = kain
kikat, kekat, setagen = kain
kupiah tapis, kupiyah tapis, kopiah lampung = kopiah tapis
sigokh, sigogh, sigeh, sigor, sigegh = siger
gajah, liman, gajeh = gajah
selindang, cindai, slayar = selendang
kulit kayu manis, kulik manis = kayu manis
lapis lagit, lapis lagok = lapis legit
sekubal, sekubeu, segubeu = sekubal
jahi, jahei, pahing, laos jahe, lahya = jahe
jamugh, kulat, jamor = jamur
tikus pandan, pandang = pandan
hinuk, ngakan, kanikan, kanekan, kanik an = makanan
ngupi, ngopi = kopi
tales, tallos = talas
lempuk, limpok, lempog = lempok
sambal seruit, nyeruit, seruwit = seruit, sambal
pekon = desa
pulut, ketan = ketan
tebu telor = gula
kecapi manis = kecap manis
sapei, jawi = sapi
tahew, tahow = tahu
tempei = tempe
sabuni, sabun wangi = sabun mandi
rasanan, peganan, panganan, pengangan = kue, keripik
`;
