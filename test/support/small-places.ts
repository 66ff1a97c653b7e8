/**
 * A slice of the gazetteer for tests: code|level|name|aliases|lat|lon|confidence, a row a line.
 * Real codes; every district and corregimiento a row lies in is there too, and homonyms on purpose.
 */
export const SMALL_PLACES = `
01|p|Bocas del Toro|Bocas|9.340|-82.240|A
02|p|Coclé|Cocle|8.520|-80.360|A
03|p|Colón|Colon|9.359|-79.900|A
04|p|Chiriquí|Chiriqui,Chiricano (gentilicio)|8.427|-82.431|A
05|p|Darién|Darien|8.410|-78.140|A
06|p|Herrera|Azuero (con Los Santos)|7.960|-80.430|A
07|p|Los Santos|Santos,Azuero (con Herrera)|7.765|-80.275|A
08|p|Panamá|Panama,la capital,ciudad,Panamá Centro|8.983|-79.517|A
09|p|Veraguas||8.100|-80.980|A
10|p|Comarca Guna Yala|Kuna Yala,Guna Yala,San Blas,Comarca Kuna Yala|9.550|-78.950|A
11|p|Comarca Emberá-Wounaan|Emberá,Comarca Emberá,Embera Wounaan|8.080|-77.550|A
12|p|Comarca Ngäbe-Buglé|Ngäbe Buglé,Ngobe Bugle,la comarca,Comarca Ngobe|8.510|-81.840|A
13|p|Panamá Oeste|Panama Oeste,Pma Oeste,el Oeste,el interior cercano|8.880|-79.780|A
NT|p|Comarca Naso Tjër Di|Naso,Teribe|9.367|-82.667|A
0102|d|Changuinola|Changuinola,Chanqui|9.459|-82.599|A
0104|d|Almirante||9.228|-82.365|A
0202|d|Antón||8.473|-80.205|A
0203|d|La Pintada||8.598|-80.480|A
0206|d|Penonomé|Penonome|8.537|-80.369|A
0301|d|Colón|Colon,la costa atlántica|9.315|-79.848|A
0401|d|Alanje||8.388|-82.592|A
0404|d|Boquete||8.738|-82.430|A
0405|d|Bugaba|Bugaba,La Concepción|8.536|-82.704|A
0406|d|David|Davi,la ciudad de David|8.438|-82.416|A
0407|d|Dolega||8.553|-82.436|A
0410|d|Renacimiento||8.744|-82.826|A
0412|d|San Lorenzo||8.296|-82.117|A
0413|d|Tolé||8.202|-81.650|A
0501|d|Chepigana||8.082|-78.088|A
0502|d|Pinogana||8.116|-77.639|A
0503|d|Santa Fe||8.619|-78.207|A
0601|d|Chitré|Chitre|7.970|-80.432|A
0604|d|Ocú||7.944|-80.780|A
0701|d|Guararé||7.792|-80.343|A
0702|d|Las Tablas||7.690|-80.293|A
0703|d|Los Santos|La Villa|7.857|-80.444|A
0704|d|Macaracas||7.680|-80.531|A
0802|d|Chepo||9.092|-78.922|A
0804|d|Panamá|la capital,Panamá Centro,ciudad,Pma|9.047|-79.477|A
0805|d|San Miguelito|Sanmi,SM,San Miguel,samiguelito|9.053|-79.492|A
0901|d|Atalaya||8.014|-80.908|A
0902|d|Calobre||8.363|-80.824|A
0903|d|Cañazas||8.346|-81.265|A
0904|d|La Mesa||8.159|-81.224|A
0908|d|San Francisco||8.274|-80.994|A
0909|d|Santa Fe||8.606|-81.123|A
0910|d|Santiago|Santiago de Veraguas|8.082|-80.981|A
1205|d|Ñürüm||8.384|-81.461|A
1208|d|Jirondai||8.908|-82.179|A
1301|d|Arraiján|Arraijan|8.947|-79.694|A
1303|d|Chame||8.594|-79.911|A
1304|d|La Chorrera|Chorrera,LCh|8.895|-79.818|A
1305|d|San Carlos||8.513|-80.018|A
010219|c|La Mesa||9.496|-82.675|A
010410|c|Miraflores||9.228|-82.365|A
020203|c|El Chirú||8.403|-80.190|A
020205|c|El Valle|El Valle de Antón|8.473|-80.205|A
020207|c|Río Hato||8.379|-80.166|A
020306|c|Las Lomas||8.598|-80.480|A
020601|c|Penonomé||8.519|-80.357|A
020605|c|El Coco||8.396|-80.355|A
020609|c|Toabré||8.651|-80.321|A
030101|c|Barrio Norte||9.361|-79.901|A
030103|c|Buena Vista||9.274|-79.696|A
030104|c|Cativá||9.360|-79.838|A
030113|c|San Juan||9.315|-79.848|A
040507|c|Santa Marta||8.523|-82.701|A
040513|c|San Isidro||8.534|-82.831|A
040604|c|Chiriquí||8.397|-82.322|A
040606|c|Las Lomas||8.429|-82.389|A
040607|c|Pedregal||8.377|-82.430|A
040608|c|San Carlos||8.521|-82.505|A
040611|c|David Este||8.435|-82.405|A
041001|c|Río Sereno||8.819|-82.860|A
041008|c|Santa Clara||8.835|-82.782|A
041205|c|San Lorenzo||8.309|-82.103|A
041302|c|Bella Vista||8.215|-81.620|A
050109|c|Taimatí||8.154|-78.244|A
050207|c|Yaviza||8.158|-77.693|A
060101|c|Chitré|Chitre|7.960|-80.429|A
060102|c|La Arena||7.969|-80.462|A
070219|c|San José||7.677|-80.243|A
070221|c|Santo Domingo||7.749|-80.241|A
070408|c|La Mesa||7.662|-80.619|A
080204|c|El Llano||9.092|-78.922|A
080401|c|San Felipe|Casco Antiguo,Casco Viejo|8.952|-79.535|A
080402|c|El Chorrillo|Chorrillo|8.950|-79.544|A
080403|c|Santa Ana||8.957|-79.542|A
080404|c|La Exposición o Calidonia|Calidonia,La Exposición|8.966|-79.537|A
080405|c|Curundú||8.972|-79.544|A
080406|c|Betania|Bethania|9.014|-79.527|A
080407|c|Bella Vista||8.983|-79.526|A
080408|c|Pueblo Nuevo||9.011|-79.513|A
080409|c|San Francisco||8.992|-79.505|A
080410|c|Parque Lefevre||9.011|-79.488|A
080411|c|Río Abajo||9.022|-79.493|A
080412|c|Juan Díaz||9.037|-79.445|A
080413|c|Pedregal||9.066|-79.430|A
080414|c|Ancón||8.985|-79.560|A
080415|c|Chilibre||9.150|-79.620|A
080416|c|Las Cumbres|Cumbres|9.084|-79.536|A
080417|c|Pacora||9.080|-79.290|A
080418|c|San Martín||9.160|-79.270|A
080419|c|Tocumen||9.083|-79.380|A
080420|c|Las Mañanitas|Mañanitas|9.075|-79.402|A
080421|c|24 de Diciembre|la 24,La 24 de Diciembre,24|9.100|-79.360|A
080422|c|Alcalde Díaz||9.120|-79.556|A
080423|c|Ernesto Córdoba Campos|Ernesto Córdoba,ECC|9.101|-79.529|A
080424|c|Caimitillo||9.200|-79.540|A
080425|c|Las Garzas||9.095|-79.310|A
080426|c|Don Bosco||9.045|-79.418|A
080501|c|Amelia Denis de Icaza|Amelia Denis|9.040|-79.510|A
080502|c|Belisario Porras||9.055|-79.497|A
080503|c|José Domingo Espinar||9.048|-79.482|A
080504|c|Mateo Iturralde||9.034|-79.499|A
080505|c|Victoriano Lorenzo||9.025|-79.507|A
080506|c|Arnulfo Arias|Arnulfo Arias Madrid|9.071|-79.495|A
080507|c|Belisario Frías||9.082|-79.489|A
080508|c|Omar Torrijos|Omar Torrijos Herrera|9.068|-79.483|A
080509|c|Rufina Alfaro||9.058|-79.462|A
090105|c|San Antonio||8.072|-80.930|A
090212|c|San José||8.466|-80.804|A
090305|c|San José||8.370|-81.415|A
090401|c|La Mesa||8.149|-81.184|A
090801|c|San Francisco||8.245|-80.974|A
091001|c|Santiago||8.082|-80.981|A
120501|c|Buenos Aires||8.415|-81.480|A
130101|c|Arraiján||8.951|-79.660|A
130102|c|Juan Demóstenes Arosemena|JD Arosemena,Juan D. Arosemena|8.930|-79.720|A
130104|c|Santa Clara||9.034|-79.753|A
130106|c|Vista Alegre|Vista Alegre de Arraiján|8.930|-79.700|A
130107|c|Burunga||8.970|-79.670|A
130108|c|Cerro Silvestre||8.928|-79.687|A
130109|c|Vacamonte||8.890|-79.700|A
130303|c|Buenos Aires||8.632|-79.948|A
130401|c|Barrio Balboa||8.879|-79.783|A
130406|c|El Coco||8.868|-79.820|A
130416|c|Playa Leona||8.789|-79.772|A
130509|c|San José||8.535|-79.924|A
010219|n|La Mesa||9.496|-82.675|A
010410|n|Miraflores||||B
020203|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.391|-80.205|M
020205|n|La Mesa|la mesa del valle|||M
020207|n|Santa Clara|playa santa clara,sta clara|8.382|-80.109|M
020306|n|Las Lomas|lomas|||B
0203|n|Bella Vista|barriada bella vista,beya vista,bella bista|||M
0203|n|San Antonio|sn antonio|||M
020601|n|Las Lomas|lomas|8.507|-80.376|M
020605|n|El Coco||8.396|-80.354|A
020609|n|Miraflores||8.625|-80.277|M
0206|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|||A
0206|n|San Antonio|sn antonio|||A
030104|n|San Isidro|san isidro de cativa,sn isidro|||A
0401|n|San Antonio|sn antonio|||A
040507|n|Santa Marta|sta marta|8.523|-82.701|A
040513|n|San Isidro|Capacho,San Sidro,sn isidro,sn isidro de bugaba|8.534|-82.831|M
040604|n|Bella Vista|bella vista de chiriqui,beya vista,bella bista|||A
040606|n|Las Lomas|Llano del Medio,lomas|8.429|-82.389|A
040608|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.536|-82.506|M
040611|n|San José|san josé david,sn jose|||B
0407|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.584|-82.423|M
041001|n|Miraflores||8.844|-82.832|M
041008|n|Santa Clara|sta clara|8.835|-82.782|A
041205|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.303|-82.100|M
041302|n|Bella Vista|beya vista,bella bista|8.215|-81.620|A
050109|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.154|-78.244|M
050207|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.152|-77.692|M
0503|n|Buenos Aires|vuenos aires|||M
0503|n|San José|sn jose|||M
0604|n|San José|sn jose|7.955|-80.848|M
070219|n|San José|sn jose|7.677|-80.243|A
070221|n|Bella Vista|beya vista,bella bista|7.743|-80.234|M
070408|n|La Mesa||7.662|-80.619|A
080204|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|||A
080401|n|Casco Antiguo|Casco Viejo,Catedral,San Felipe|8.953|-79.535|M
080404|l|Hospital Santo Tomás|Santo Tomás,HST,el elefante blanco|8.972|-79.533|M
080404|n|5 de Mayo|Cinco de Mayo,la 5 de mayo,estación 5 de Mayo|8.961|-79.541|M
080406|n|Miraflores|miraflores betania|9.013|-79.535|B
080406|n|Transístmica|Simón Bolívar,la trans,transistmica,Vía Transístmica|9.010|-79.520|M
080407|n|Bella Vista|beya vista,bella bista|8.985|-79.525|A
080407|n|El Cangrejo|Cangrejo|8.988|-79.526|M
080407|n|Obarrio||8.987|-79.519|M
080407|n|Vía España|via españa|8.989|-79.520|M
080409|l|Parque Omar|Omar,Parque Recreativo Omar|8.995|-79.508|M
080409|n|Punta Pacífica|Pta Pacifica|8.979|-79.509|M
080410|n|Costa del Este|CDE|9.012|-79.468|M
080410|n|Villa del Rey|viya del rey,billa del rey|||B
080412|l|Los Pueblos|Los Pueblos Juan Díaz|9.048|-79.448|M
080414|l|Albrook Mall|el albrook,albrook may|||B
080414|n|Albrook||8.974|-79.556|M
080414|n|Condado del Rey||9.033|-79.529|M
080415|n|Buenos Aires|buenos aires chilibre,vuenos aires|||B
080416|n|Villa Grecia||9.084|-79.536|B
080418|n|La Mesa|la mesa de san martin|9.176|-79.272|A
080419|n|La Siesta||9.085|-79.390|M
080421|n|Altos de Tocumen||9.100|-79.360|B
080421|n|Buenos Aires|buenos aires 24 de diciembre,vuenos aires|||B
080421|n|Nuevo Tocumen||9.104|-79.354|M
080422|n|Ciudad Bolívar|Ciudad Bolivar|9.120|-79.556|B
080423|n|Gonzalillo||9.095|-79.520|M
080423|n|Villa Zaita|Zaita,estación Villa Zaita|9.087|-79.515|M
080426|n|Don Bosco|urbanizacion don bosco,don vosco|||B
0804|n|Condado del Rey||9.033|-79.529|B
0804|n|San Antonio|sn antonio|9.173|-79.547|M
0804|n|Santa Clara|sta clara|||M
080501|n|Condado del Rey||||M
080502|n|Don Bosco|don bosco belisario porras,don vosco|||M
080502|n|Samaria|Samaría|9.059|-79.501|M
080502|n|San José|sn jose|||B
080503|n|El Crisol|estación El Crisol|9.047|-79.469|M
080503|n|Villa Lucre|estación Villa Lucre|9.053|-79.479|M
080504|n|Veranillo|beranillo,veraniyo|||M
080505|l|Gran Estación|la gran estacion,gran estasion,Gran Estación San Miguelito|9.030|-79.505|B
080506|n|Mano de Piedra||9.071|-79.495|B
080507|n|Cerro Batea|serro batea,batea,cerro vatea|||M
080507|n|Don Bosco|don vosco|||M
080507|n|Santa Marta|sta marta|||M
080507|n|Torrijos Carter|Torrijos-Carter|9.083|-79.489|M
080508|n|Buenos Aires|vuenos aires|||M
080508|n|Los Andes|Los Andes No. 1,Los Andes No. 2,estación Los Andes|9.050|-79.509|M
080508|n|San Isidro|estación San Isidro,Valle de San Isidro|9.066|-79.514|M
080509|l|Metromall|Metro Mall|9.056|-79.452|M
080509|n|Brisas del Golf|brisas|9.062|-79.457|M
080509|n|Cerro Viento|estación Cerro Viento|9.056|-79.460|M
080509|n|San Antonio|estación San Antonio|9.058|-79.448|M
0805|n|Los Andes|andes|9.050|-79.509|B
0805|n|Tinajitas|tinajita,cerro tinajita|9.064|-79.510|M
090105|n|San Antonio|sn antonio|8.072|-80.930|A
090212|n|San José|sn jose|8.466|-80.804|A
090305|n|San José|sn jose|8.371|-81.415|A
090401|n|La Mesa|Las Mesa|8.149|-81.184|A
0910|n|5 de Mayo|cinco de mayo,barriada 5 de mayo,5 de mallo|||A
0910|n|Don Bosco|don vosco|||M
0910|n|San José|sn jose|||M
0910|n|Santa Clara|sta clara|||B
120501|n|Buenos Aires|vuenos aires|8.415|-81.480|A
1208|n|Pueblo Nuevo|pueblo nvo,pueblo nuebo|8.881|-82.224|M
130101|n|Valle Hermoso|vaye hermoso,balle hermoso|||B
130102|n|San José|sn jose|8.927|-79.734|A
130104|n|Santa Clara|sta clara|9.034|-79.753|A
130108|n|Nuevo Chorrillo||8.942|-79.711|M
130303|n|Buenos Aires|vuenos aires|8.631|-79.948|A
130406|n|El Coco|Coco|8.877|-79.808|A
130509|n|San José|sn jose|8.535|-79.924|A
`;
