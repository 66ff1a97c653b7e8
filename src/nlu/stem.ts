// The shortest root first, so that the longest ending goes.
const ROOT =
  /^(.{3,}?)(?:aron|ieron|ando|iendo|yendo|aban|aba|abamos|amos|emos|imos|ados|adas|ado|ada|idos|idas|ido|ida|ian|ia|ias|io|ar|er|ir|arse|erse|irse|arlo|arla|erlo|erla|aran|eran|iran|ara|era|ira|an|en|as|es|os|a|e|o|s)?$/;

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
   es son era eran fue fueron ser soy somos sido sea sean estar estoy estamos estan estaba estaban estado este
   ha han he hemos haber habia hay haya hubo tengo tiene tienen tenemos tener tenia tenian
   va van voy vamos ir hace hacen hacer hacia haciendo dia dias mes meses semana semanas ano anos año años hora horas
   ayer hoy manana mañana noche tarde lunes martes miercoles jueves viernes sabado domingo ahora ahorita siempre
   yo usted ustedes ellos ellas nosotros ella favor gracias buenas buenos buen hola saludos senor senora señor señora
   joven amigo amigos estimados quisiera quiero necesito puede pueden podria podrian deben deberia deberian
   tal vez casi menos mucho mucha muchos muchas poco bastante demasiado dos tres cuatro cinco
   the a an of in on at to for is are was were be been it its my our your we you i they he she this that these those
   and or but with from by has have had there here very so please hello hi do does did can could would
   good morning afternoon evening night
   some any just been since about when where who what`.split(/\s+/),
);

/** Words that turn the next one into its absence: `no hay agua`, `sin agua`, `nunca pasa`. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'no sin ni nunca jamas tampoco nadie without not never isnt doesnt dont hasnt havent'.split(' '),
);
