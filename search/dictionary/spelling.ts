/**
 * One word, written in different ways: each line is a group of equals.
 * Sources: KBBI VI (the first form of a line), the Pedoman Umum EYD V, and how sellers and buyers write in messages
 * (collected by hand). Misspellings stand here because a synonym itself is not searched with typo tolerance.
 */
export const spelling = `
keripik, kripik, keripek, kripek, krepek, kerepek, kerpik, kripk, krpik, kiripik, keriping
kerupuk, krupuk, kerupok, krupok, keropok, kropok, krupk, kerpuk, kurupuk, kelupuk
kemplang, kempelang, klempang, kelempang, kelemplang, kempalang, kemplng, kemlang, kemplag
cokelat, coklat, cokelt, coclat, coklt, cklat, choklat, cokolat, coklad, cokelad, soklat
kakao, kakau, cacao, kokoa
pisang, pisng, psang, pisank, pisag, pissang
singkong, singkng, sinkong, singkon, sengkong, singong
cabai, cabe, cabei, cabay, cabek
telur, telor, tlur, tlor, telir
tempe, tempeh, tmpe, temfe
mi, mie, mee, miee
kopi, kopie, kpi, koppi, kofi, kopy
bubuk, bubok, bbuk, bubuq, bubukk
lada, ladu, lda, ladha, ladda
merica, mrica, marica, meric, mrico, mericca, marico
cengkih, cengkeh, cengke, cngkeh, cengkehh, tjengkeh
kayu manis, kayumanis
kemiri, kmiri, kamiri
terasi, trasi, terasy, trassi, tarasi
sambal, sambel, smbal, sambl
tempoyak, tempuyak, tempoyah, tmpoyak, tempoiak, tampoyak
lempok, lempuk, lampok, lempo
durian, duren, durin, duriyan, drian, doren, dureen
dodol, dodl, dodo
nanas, nenas, nanes, nanaz, nanass
alpukat, alpokat, apokat, avokad, apukat, alpuket, adpokat, alpokad, avokat
kristal, cristal, krystal, kristl, keristal
pempek, empek empek, mpek mpek, empek, mpekmpek, pmpek, pempe, pempeq
bakso, baso, bsko, baksoh
otak otak, otakotak
geguduh, gegudoh, guduh, gegudu, geguduhh, gugduh
engkak, engka, engkhak
sekubal, segubal, sekubel, skubal, segubel
kue, kueh, kuwe, kuih
cucur, cucor, cucru
kelanting, klanting, klantin, lanting, klantinng, kelantin
rengginang, ranginang, renginang, rangginang, renggining, rengginan
opak, opaq, opk
emping, empin, mping, empeng
melinjo, mlinjo, belinjo, blinjo, mlinjoh, melinju
kopiah, kopyah, kupiah, kopiyah, kopeah, kopia
peci, pecis, pici, peciy
selendang, slendang, selndang, slendhang, selendng
gantungan, gantngan, gntungan
kaligrafi, kaligrapi, kaligrafy, caligrafi, kaligraphi
kebaya, kebayak, kbaya, kebaye, kebayya
batik, bathik, btik, batk
kemeja, kemja, kameja, kmeja
kaos, kaus, koas
miniatur, minatur, miniature, minyatur
siger, sigor, sigr, sieger
tikar, tiker, tkar, tikr
pandan, pndan, pandn
bakul, bakol, bkul, wakul
geribik, gribik, gribig, geribig, gribek
gedek, gedeg, gedhek, gedheg, gdek
sabun, sabon, sbun
jahe, jae, jhe, jahee
kelor, klor, keloor
mocaf, mokaf, mocav, mocap
tiwul, thiwul, tiwol, tewul, tiwl
beras, bras, beres, berass
vaname, vanamei, vannamei, paname, panamei, vanami
gerabah, grabah, grabahan
cobek, cowek, cobe, coek, cobeg
semut, smut, semot
aren, arn, arenn, areng
madu, mdu, maduu
klanceng, kelanceng, lanceng, klenceng, klaceng
sirup, sirop, syrup, sirap
markisa, markis, markissa, merkisa
patin, ptin, pathin
bandeng, bandng, bendeng
minyak, miyak, minyk, mnyak, minya, minyek
minyakita, minyak kita, minya kita, minyakkita, miyakita
deterjen, detergen, ditergen, deterjent, deterjan
sampo, shampo, sampoo, syampo, shamphoo
tisu, tissu, tisue, tishu, tisyu
bihun, bihoon, mihun, bihon
santan, santen, santn
kecap, kicap, kecp, kecaap
saus, saos, sos, sauce
terigu, trigu, trigo, terugu, tergu
tapioka, tepioka, tapyoka, tapiyoka
saset, sachet, sacet, sase, sasetan, sascet
bawang, bwang, bawng, bauang, bawag
rempah, rempa, rmpah
suvenir, souvenir, sovenir, suvenier, sofenir
tapis, tapes, tpis, tapiss, taphis
kain, kaen, kayn
luwak, luak, luwk, luwag
robusta, robsta, rubusta, robustaa, robustha
arabika, arabica, arabicka
sangrai, sangray, sangrei, sanggrai
talas, tales, tallas
balado, blado, baladoo
pedas, pedes, pdas
keju, kju, kejuu
anyaman, ayaman, anyamn, anyeman
eceng gondok, enceng gondok, eceng, enceng
kerajinan, krajinan
organik, organic, orgnik
elpiji, lpiji, elpigi, alpiji
instan, instant, instn
trigona, tringona, trigonna
lapis legit, lapis leget, lapislegit, legit
balok, blok
bros, brosh, broz
purun, poron
seruit, serwit, sruit, serit
pindang, pindng
udang, udng
rebon, rbon
hijau, ijo, ijau, hijo
hitam, itam, item, htm, hitem, ireng
keriting, kriting, kritng
air, aer, ayer
kunci, konci, kuncy
ikan, ikn, ikann
daging, dging, dagng
ayam, ayem, aym
garam, garem, grm
gula, gla, gule
susu, ssu
manis, mnis, manes
beku, bku
galon, galun, gallon
popok, popo, pokpok
pembalut, pembalit
palawija, polowijo
kelapa, klapa, kelpa
tepung, tpung, tepong, tpng
jamur, jmur
nangka, nagka, nangke
salak, slak
manisan, mansian
teri, teriy
asap, asep
presto, presso
`;
