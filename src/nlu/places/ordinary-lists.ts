/** Single words, articles aside, that name places but are mostly said of other things. */
export const ORDINARY_WORDS = `
2000 abanicos acacias aguacate alameda alba alto altos alvarado amador americas anclas angeles antena
arado arboleda arena arenal arenas argentina asientos astillero autopista avance bajito bambu bancaria
banco bandera barranco barreras barriles bebedero belen bernardino bique boca bocas bonita boro bosque
bovedas brujas caballero cabina cabra cabras cacao caceres cacique caciques caldera caleta campana canaan
canoa cantaros cantera capital cardenas carmen carrillo castillos cañas cañaveral cañaverales caño
cañones cedro ceiba cementera cemex centenarios cerrito cerro chase chica chicho chorritos chorro chupa
cinta cipreses ciruelo coco colinas colonia concepcion concha concordia condesa congo constancia
contadora copa cordillera cresta cristo cruces cruz cuchilla cuesta cumbres debora delicias diablo
diamante diaz divisa dominical dorado doña ecc eden ejido empalme encantada ensenada ermita esfuerzo
esmeralda esperanza espiga espinal espino estancia estrella exposicion exquisito fatima felicidad felix
feria flamenco flor flores forestal frontera fuentes futuro garita garzas generoso gloria gobernacion
gobernadora gomez granada guias guinea guzman hacienda hato herbazales herradura higo hipodromo honda
hurtado iglesia ina industrial irma isla jaque jaramillo jerusalen jota joya junta jw kosovo lagos laguna
leones libano libertadores limon limonada limones llano lola loma loteria lotes luisa machuca mag malena
manantial maraca mareas margarita margaritas maria marias marisco martillo mata matadero matas mayor
mañanitas membrillo mendoza mercedes mesa meseta metropolitana miel milagros minas mirador mitra mogollon
moneda montaña montilla morelos morro muñoz naranjos nata nazareno negrita nicanor nicolas nogales normal
norteño nubes ocho oeste ola olivos ollas oma omar onda oregano ornato pajaro palma palmar palmas pantano
pantanos paraiso paredon paris parque pas pava paz peatonal peligro perales perejil perlas peru pesa pese
peña piedra pintada piscinas piña planes playa poetas pollos polvorin porton porvenir potrero pozo pozos
praderas prado presidencia primavera progreso prosperidad pueblos puerto punta quebrada quebro quintana
real remedios represa reten retiro retorno revolucion reyna rincon rio rios rivera roble rojas roka
rompio rosales rosario ruinas sabanas salado salamanca salinas salto salud sanchez santana santo santos sapo
sardina sauces siesta silencio sitio soho sol solano soledad sona sora sucio tablas tecnologica terraplen
tijera tijeras tiza tornillo toro torre trancas trans trinchera trinidad trump tunel u union vale valle
valles vaquita veinticuatro vertedero victoria villa villarreal villas vique zarzo`;

/** The same of things, which have an article when they are meant: `en volcán` is Volcán, `en el volcán` a hill. */
export const ORDINARY_THINGS = `
aserrio venado chiricanos mireya complejo condado lomas balboa cabuya maquinas achiote aguacatal angostura anon arcangel arcoiris arenosa barrigon batea bejuco betel bongo calabacito
candelaria cangrejo capacho cascabel casco cincuentenario ciruelito cocal cocobolo cocuyo
colorada corozo cortijos crisol cuervito dormidera embalsadero embera entradero espave
espigadilla flamencos floresta glorietas guaba guabo guacas guacho guarumal guasimo guayabal guayabito
guayabos guayacanes higos higuera higueron hornito horqueta huacas icacal ingenio jague jobito laja lajas
lajitas llanitos llanos loceria macano machin majagua mangillo manguillo marañon mirones nance nancito
naranjal naso ngabe oropendolas pailas pajonal palenque palmarito palmeras palmira palmitas palmitos
patacon pavita pedernal pedregoso peñitas peñon picacho picador pilon pipas pita placita platanillo
playita potreros radial raudal reina remance renacimiento riviera robalo sardinilla
sesteadero solarte tamarindo tarascon tejar tetilla tigra tinajas tucanes tullido urraca uvas uvito
vallecito vaquilla veladero vigia volcan yeguada zaino`;

/** Whole names, articles aside, that are mostly said of other things. */
export const ORDINARY_PHRASES = `
2000|4 altos|agua bendita|agua buena|agua fria|alta plaza|alta vista|andres bello|avenida central|bajo grande
barrio norte|barrio sur|barrio unido|buena vista|calle abajo|calle arriba|calle larga|calle m
camino real|campo alegre|casa comunal|casa larga|casa real|cerro grande|ciudad deportiva|club x
colonia infantil|control 2|control dos|costa arriba|costa hermosa|cristo rey|cuarto frio|cuatro altos
divino niño|dos mil|elefante blanco|entrada de la autopista|escuela normal|estadio nacional|futuro
gran estacion|gran terminal|hospital integrado|hotel washington|instituto david|isla grande
junta comunal|linda vista|loma bonita|lucha franco|materno|materno infantil|club de leones|orilla del rio|calle del puerto|mercado publico|nuestro amo
nueva esperanza|nueva luz|ocho|palacio presidencial|palo alto|palo diferente|palo grande|parque union
paseo central|paso ancho|paso elevado|peatonal|piscinas|playa blanca|playa bonita|playa hermosa
plaza catedral|princesa mia|pueblo viejo|puente|puerto lindo|quebrada bonita|revolucion final|rio chico|rio grande|rio indio
rio mar|rio negro|rio oeste|sitio viejo|teatro nacional|town center|viejo gimnasio|vista mar|zona libre`;

/** Names of places that people bear too. */
export const PERSONAL_NAMES = `
amador guerrero|amelia denis|andres bello|anton|arnulfo arias|arnulfo arias madrid|balboa|barraza|belen
belisario frias|belisario porras|bernardino|buenaventura|caballero|caceres|cardenas|carmen|carrillo
clayton|colon|concepcion|cristobal|damian carles|davi|david|debora|diaz|domingo diaz|donoso
ernesto cordoba|fatima|federico boyd|felix|flores|gamboa|garrote|gomez|guadalupe|guzman|herrera|howard
hurtado|jaramillo|jd arosemena|jesus maria|jose domingo|jose domingo espinar|jose pobre|juan d
juan demostenes arosemena|juan diaz|juan gil|justo arosemena|lola|luisa|malena|margarita|maria|marias
martin grande|matamoros|mateo iturralde|mendoza|mercedes|milagros|montilla|morazan|morelos|muñoz|nicanor
omar|omar torrijos|omar torrijos herrera|pedro gonzalez|pedro miguel|peñon|quintana|rafael hernandez
raul davila mena|reyna|ricardo j alfaro|roberto duran|rojas|rufina alfaro|salamanca|sanchez|sanson
santana|santiago|sherman|simon bolivar|soledad|susana jones|torrijos|victoria|victoriano lorenzo
villalobos|villarreal`;

/** Everyday words, by sound, one slip away from a word of some name. */
export const WORDS_NEAR_NAMES_BY_SOUND = `
balde baldes chorea chorean eskobas guarapo pikados alumbra alumbran abaniko abansa abanses abia abla abogado abria abrio abrir agas agua aire ajena ajensias aktos alambre
alas albaro alegra alegro alemana alkaldes alkansar almas alta altar alto amado amariya amerika amerikan
amplia andrea aniyo antes antiguas antiguos apenas area areas aria arina arjentinas arjentino armado
armas arte asentos aserka aserla aserlo asero asiendas asiende asiendo asienta asiento asiertos astiyeros
atienda atlantiko autonomia autopistas autos bailes baja bajar bajas bajo bakas bala balen bamos bandeja
banderas bando banera banka bankarias bankario banketa bankos bano banos baranka barankos barata barato
barba barera bares bariables barias barita barko barkos baro basa baselina bases basiko basio basko basta
bayamos bayan bayas baye beas begas bekas belas bende bendera benga bengo benido bera beras berdes berga
berla berme berse berte beses besino bete beya biaja bias bibas bibia bibiria bida bidas biejas biejos
biendo bientos bijente biktorias bisa bisentenario bisita biskaya bistas biste bisto bital bitoria biya
blankos bobeda boda bodas boka bolas bolsa bonitas borde bordo boses boskes botas brabo buelos buen
buenas bueno bukes buske busko chikas chikos chile china chinos choke choriso chorisos dara daran daria
debera delisia deportibos desia diamantes diario dibina diferentes digna digo domingos dominika dominio
dormido dulses dura duras edifisios edision elebada elegante enkantaba enkantado enkantara ensenaba
ensenado ensenara enserada ente entero entra entradas entrado entro erido ermosas ermosos esena esfuersa
esfuersos eskoba eskobar eskuelas esmeraldas espada esperansas espiar espina espinas espiral estado
estansias esteya estrena estreyo estudio exkisita extinsion falsa falsos faraon felis fiel fina flamenka
fransesa frase frases frente frentes fresko fria frio fronteras fuertes futura futuros gabriel gala
galeria ganada ganador ganando gases gereros glorieta gobernador goles gorda grabada granadas grandes
grasia guapa guapo guarda guardias gustaba gustado gustan indias indika indiko indios industria
industrias injenuo international jenera jeneran jenerar jeneros jenerosa jenerosos jeorjia jerusalem
jesto jira judio julia junio juntas junto justa kables kadenas kadera kados kajas kajones kalderas
kalibre kampanas kampina kampus kana kanal kanayas kangrejos kanon kansada kansas kantamos kantar
kantaron kantas kanteras kantero kantones kapas kapita kapiya kara karas kardenal kareteras karetero
kargos karino kariso karitas karnero karo karos karta kartel kartera kasada kasado kasares kasas kaseras
kaseros kasitas kaso kasos kastigo kastigos katalana kataluna kinones kinta kintero kinto klaros kobra
koche koches koka kola kole kolejios kolina kolokada kolonias kolor kolorida kolosal komedor kompleja
komplejos kompleto konde kondena kondes kono konsesion konsta konstansa kontado kontador konto kontrola
kordiyeras kore koronada korta korte kortejo kortes kortesa kortijo kosa kosinas kostas koste kosto krese
kresio krus kuadro kuando kuanto kuartos kubre kuchiyas kuchiyo kuenta kultura kulturas kumbre lados
lagarto lago lara largas largos lasos leon libe libres libro lijero lineas lisa lobo lokos londres
loteria luchar luchas luis lukro madera madres maduro mafia majia malas managua manana manos manual mapas
maraton mariane mariano marie mariko marina mario marka markado markas markes marko marones marseya marte
martes martino masas mata mataderos matan matar mate mato mayo media medika medikos medios medir menos
mente mera merkados metas metio metropolitano metros miel milagrosa milagroso mina mini mira mirado miras
miyas miyones modelos monedas montanas montes monto montoya morena morenos muebe muere muero muerta
muerte muertos mundos munisipios muros museos nabe nabes naranja naranjas naranjo nase nego negra negrito
negros niebe nikola nikolai nombres norma normas nortena nube nuebas nuebos nuestra nuestros numeros
obreros ofelia okura olimpikos orario orasion organo orkesta osorio paga pais pajaros pako palitos
palmera palo palomitas panel papas parada parado paraisos paraliso parar pared pares parese park parkes
partes parto pasa pasada pasaje pasara pase pasen pases paso pasos pastiya pata paulo pedales pedaso pedo
pekado pekador pekena pekeno peligros pena penal penales peores pera pero peros pesada pesado peses pesos
piel pikachu pikado pilar pilas pinta pintaba pintadas pintar pisina pisos plaka plana planeta planos
plantas plantea plasas plaso plato play playas pobres podes podras poemas poeta pokas pokos pones ponga
porke poso posts poyo pradera pres presidenta presidentes primaberal primarias progresa progresos
proibision prometido proyektos publika publikos puebla puentes puertas puertos puesta puesto punto puro
radikal rambla ramon rasas rebolution regresa reino rejistros remedio represas residensia resolusion
retorna riko risas robado robert rodea roja rojos rokas romanse romero rosa rutina sabado sabe saben
sabes sabor sakado sakaria salbo saldo salgo salidas salido salina salio salta saludo sana sano sansion
sardinas satanas segura seguros selba senadora sentir sentra sentros sera seran seras seres serian serio
serios sero setiembre sexto sido sielos siensia sienta siente siere sierta sifra siga sigan sigio siglos
silensios sino sintio sirko sita sitios sobre sois solas solia solo solos somos sonador sosio subio suele
suelo suelta suena sufre susia tabla teknika teknikos teknolojia teknolojikas teknolojiko temario temas
terenal tereno terible termina terminan terminar terser tersero tira todas tokio toma toman tomar
torniyos torno toro trae traje trama trankila transportes tras trate tres trincheras tronos tube umana
umano unibersitarios unidad unidas unido unika unikos unio urakan uribe uruguayo yamas yantos yegada
yenas yenos`;
