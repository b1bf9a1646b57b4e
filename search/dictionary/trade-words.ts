/**
 * The words of the catalogue itself: a typed word that is none of these, nor in the dictionary, is compared with them
 * to find what was meant; and two names that share exactly the same trade words count as the same kind of thing.
 * Source: the names in db/seed/data and their like.
 */
export const tradeWords = `
abon air alpukat analog aneka anyam anyaman aren artisan asap asin atasan ayam bakso bakul balado bambu bandeng batang
batik baung bawang bayi beras beku biji bihun botol bros bubuk buah bumbu butir campur celup cengkih cetak cokelat cobek cucur
cuci cabai curah daging daun deterjen dodol dompet durian eceng elpiji emping engkak fermentasi gajah galon gantungan garam
geguduh geribik gerabah gondok goreng gula halus hiasan hijau herbal hitam hutan ikan instan isi jahe jambu jamur jung kacang
kain kakao kaligrafi kaos kapal kayu kebaya kecap kedondong kelanting kelapa kelor kemasan kemeja kemiri kemplang kental
keripik kering keriting kerupuk ketan keju klanceng kopi kopiah kristal kue kunci kupas lada lampung lanang lapis legit lempok
liat liwa loyang luwak madu mandi mangga manis manisan markisa medium melinjo mentah merah mi miniatur minyak minyakita mocaf
motif murni nanas nangka nasi oblong opak organik otak pala panggang pandan parut pasir pasta patin patung peci pedas pembalut
pempek petik pin pindang piring pisang popok premium presto purun putih rasa rawit rebon rengginang robusta sabun salak sambal
sampo sangrai santan sapi sarat saus segar sekubal selendang semut seruit set siger singkong sirup sphp sulam susu taplak tahu
talas tampah tanah tapioka tapis tas tat teh telur tempe tempoyak tenggiri tepung terasi teri terigu tikar tiram tisu tiwul
trigona tuna udang usus vaname vco wajah kepok lokal dinding ras arabika ubi jagung kedelai kencur kunyit serai nangka kacang
rendang dendeng bolu brownies roti donat nastar rempeyek peyek stik bawang pangsit basreng seblak cilok siomay batagor lumpia
risol cireng tape yoghurt kefir jamu temulawak kunir asam cuka tauco petis rica sate kelinci lele nila gurame gabus belut
kerang kepiting cumi rumput laut tenun songket rotan mendong ukir topi gelang kalung anting cincin mukena sarung hijab gamis
`;
