// The shortest root first, so that the longest ending goes.
const ROOT =
  /^(.{3,}?)(?:aron|ieron|ando|iendo|yendo|aban|aba|abamos|amos|emos|imos|ados|adas|ado|ada|idos|idas|ido|ida|ian|ia|ias|io|ar|er|ir|arse|erse|irse|arlo|arla|erlo|erla|aran|eran|iran|an|en|as|es|os|a|e|o|s)?$/;

/** The root of a sound: `rotas` and `roto`, `recogen` and `recogió` are equal. Three letters at least are kept. */
export function stemOf(sound: string): string {
  if (/\d/.test(sound)) return sound;
  return ROOT.exec(sound)?.[1] ?? sound;
}

/** Words that carry no matter by themselves, as written without accents. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `a al ante con contra de del desde en entre hacia hasta para por segun sobre tras
   el la lo los las un una uno unos unas le les me mi mis nos se su sus te tu tus
   este esta esto estos estas ese esa eso esos esas aquel aquella ese aca ahi alla alli aqui
   y e o u pero que q como cuando donde quien cual cuales porque pues si ya muy mas tan tanto tambien todo toda
   todos todas algo alguien otro otra otros otras mismo misma cada solo solamente bien mal asi aun aunque
   es son era eran ser soy somos sido sea sean estar estoy estamos estan estaba estaban estado este
   ha han he hemos haber habia hay haya hubo tengo tiene tienen tenemos tener tenia tenian
   va van voy vamos ir hace hacen hacer hacia haciendo dia dias mes meses semana semanas ano anos año años hora horas
   ayer hoy manana mañana noche tarde lunes martes miercoles jueves viernes sabado domingo ahora ahorita siempre
   yo usted ustedes ellos ellas nosotros ella favor gracias buenas buenos buen hola saludos senor senora señor señora
   joven amigo amigos estimados perdon disculpe disculpen disculpa quisiera quiero necesito puede pueden podria podrian deben deberia deberian
   fui fuimos fuiste iba iban igual
   tal vez casi menos mucho mucha muchos muchas poco bastante demasiado dos tres cuatro cinco
   the a an of in on at to for is are was were be been it its my our your we you i they he she this that these those
   and or but with from by has have had there here very so please hello hi do does did can could would
   good morning afternoon evening night
   dolar dolares balboas balboa palos pesos usd
   some any just been since about when where who what`.split(/\s+/),
);

/** Words that turn the next one into its absence: `no hay agua`, `sin agua`, `nunca pasa`. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'no sin ni nunca jamas tampoco nadie without not never isnt doesnt dont hasnt havent'.split(' '),
);

/** Words so common that alone they say nothing of the matter, though they may be part of a phrase. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `casa casas calle calles gente persona personas senora señora señor niño niña niños niñas hijo hija hijos hijas mama
   papa abuela abuelo abuelita abuelito abuelitas abuelitos viejito viejita viejitos hermano hermana esposo esposa familia vecino vecina vecinos amigo frente lado esquina detras
   cerca lejos arriba abajo adentro afuera encima debajo entrada salida centro sector zona area lugar barrio barriada
   comunidad pueblo ciudad pais panama edificio local oficina piso cuarto puerta techo pared punto parte
   vez veces tiempo rato momento noches mananas mañanas tardes fin final principio inicio primera primer segundo ultima
   ultimo nuevo nueva viejo vieja grande grandes pequeño enorme malo mala malos peor mejor lleno llena alto alta bajo
   cosa cosas problema problemas situacion caso nombre numero telefono celular mensaje respuesta cuenta vida verdad
   dice dicen dijo dijeron decir sabe saben saber sabemos ve ven ver vemos veo vio vi da dan dar dio dieron quiere
   quieren querer queria pone ponen poner puso llega llegan llegar llego llegado lleva llevan llevar llevo llevamos pasa
   pasan pasar paso pasado pasando viene vienen venir vino sale salen salir salio saliendo entra entran entrar entro
   queda quedan quedar quedo sigue siguen seguir sigo deja dejan dejar dejo dejaron pide piden pedir pidio pedimos
   llama llaman llamar llamo llamado llame llamamos trae traen traer manda mandan mandar mandaron anda andan toca toma
   tomar vive viven vivir vivo vivimos cae caen caer cayo cobra cobran cobrar cobro paga pagan pagar pago pague compra
   comprar trabaja trabajan trabajar trabajo ayuda ayudar ayudan espera esperar esperando esperamos responde responden
   contesta contestan atiende atienden resuelve resolver arreglar arreglan funciona sirve sirven usar usa usan empieza
   felicito felicita felicitar felicitarlos felicitamos felicitaciones felicidades excelente excelentes
   buscar busco encontrar encontre parece creo pienso siento siente sienten ciento falta faltan plata dinero
   house people time day days week weeks month year years night man woman kids children near front side big name
   number phone call told said asked want wants get got take took make made go goes went come comes came see saw know
   every always still again more new old bad`.split(/\s+/),
);

/** Numbers that are names. */
const NAMED_NUMBER = /^(120|65|311|911|199|147|104|11|1|2|3|24)$/;

/** A number that is only an amount, an hour or an address. */
export function isAmount(word: string): boolean {
  return /^\d+$/.test(word) && !NAMED_NUMBER.test(word);
}
