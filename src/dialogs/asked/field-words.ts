import type { Field } from './procedure-words.ts';

const ASKED: readonly (readonly [Field, RegExp])[] = [
  [
    'needs',
    /\b(que|cuales) (papeles|documentos|requisitos)\b|\b(requisitos|requirements|documents|paperwork)\b|\bque (mas )?(cosas )?(llevo|necesito|piden|debo (llevar|tener)|tengo que (llevar|tener)|hay que llevar|se necesita)\b|\bwhat (do|should|must) i (need|bring|take)\b/,
  ],
  [
    'cost',
    /\bcuanto (me )?(va a |van a )?(cuesta|costar|vale|valer|sale|salir|es|seria|cobran|cobrar|pago|hay que pagar|tengo que pagar|debo pagar)\b|\b(el |que |cual es el )?(precio|costo|valor|monto)\b|\b(hay|tengo) que pagar\b|\b(me )?cobran\b|\bes gratis\b|\bcuanto (le |me |nos |les )?(dan|pagan|toca|queda)\b|\b(hay|hacen|tiene|dan) (algun )?descuento\b|\bhow much\b|\bis there a discount\b|\b(price|cost|costs|fee|fees)\b|\bis it free\b|\b(do|will) i (have to )?pay\b/,
  ],
  [
    'where',
    /\b(a?donde|en que (lugar|parte|oficina|sede))\b|\b(oficinas?|sedes?|sucursal(es)?|quioscos?) (hay|queda|quedan|tienen)\b|\bhay (una |alguna )?(oficinas?|sedes?|sucursal(es)?|quioscos?)\b|\bwhere\b|\bwhich (office|place)\b/,
  ],
  [
    'takes',
    /\bcuanto (tiempo )?(se )?(me )?(puede |va a |van a )?(demor|tard|dur|toma)\w*\b|\b(en )?cuant(o tiempo|os dias)\b|\bcuando (me |lo |la |esta|estaria) ?(la |lo )?(dan|entregan|lista|listo|recojo|retiro)\b|\b(cuando|que dia|en que (fecha|mes)) (me |le |lo |la )?(paga|deposita|cae|cobra)\w*\b|\b(en|para) que fecha( exacta)?\b|\bhow (long|many days)\b|\bwhen (is it|will it be) ready\b/,
  ],
];

/** The fields of a card that plain words ask for. */
export function fieldsAsked(plain: string): Field[] {
  return ASKED.filter(([, pattern]) => pattern.test(plain)).map(([field]) => field);
}

/** What plain words say besides asking for fields of a card. */
export function withoutFields(plain: string): string {
  return ASKED.reduce((text, [, pattern]) => text.replace(pattern, ' '), plain);
}

/** `¿Y los sábados?` */
const WHICH_DAY =
  /^(y |e |pero |and )*(a que hora )?(abren |atienden |trabajan |esta abierto |is it open |are they open )?(para |en |on )?(el |los |la |las |the )?(sabados?|domingos?|lunes|martes|miercoles|jueves|viernes|feriados?|fin(es)? de semana|carnaval\w*|tardes?|noches?|mediodia|hoy|mañana|saturdays?|sundays?|holidays?|weekends?)( (abren|atienden|trabajan|tambien|too))?$/;

/** Is it asked, in no more words, whether it is open on such a day? */
export function asksWhichDay(plain: string): boolean {
  return WHICH_DAY.test(plain);
}
