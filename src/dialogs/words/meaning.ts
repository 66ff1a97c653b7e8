import { plainWords } from './plain-words.ts';

/** What words about a case that was filed want of it. */
export type Meaning = 'withdraw' | 'closed_unsolved' | 'not_solved' | 'moved' | 'solved' | 'goes_on';

const MEANINGS: [Meaning, RegExp][] = [
  [
    'withdraw',
    /\b(retir|anul|cancel|borr|quit|elimin)(o|ar|e|en|a|arlo|arla|ado)? (el |mi |ese |este |esa |esta |la |del )?(caso|reporte|queja|denuncia|solicitud|\d)|\b(ya no quiero|dejen sin efecto|withdraw|cancel) (el |la |mi |my |the )?(caso|reporte|queja|denuncia|case|report)|\b(anul|cancel|retir|elimin|borr)(en|e|ar|enme|eme|arme) (el|la|lo) (de la|del|de|que) |\b(el|la|lo|esa|ese) (de la|del|de|que) .{2,40} (anul|cancel|retir|elimin|borr)(ar|en|e|arl[oa]|enl[oa]|el[oa])$|\b(cancel|anul|retir)(e|en|a|emos) (eso|esto|todo eso)\b|\bwithdraw\b|^(oiga |disculpe |por favor |no |ya |mejor )*(quiero|quisiera|deseo|necesito|puede|pueden|podria|podrian|favor|favor de|please|can you|could you) (cancelarl[oa]s?|anularl[oa]s?|retirarl[oa]s?|borrarl[oa]s?|quitarl[oa]s?|cancel it|withdraw it|delete it)\b|\b(cancele|cancelen|cancela|anule|anulen|anula|retire|retiren|retira)(lo|la|los|las)\b|\bno (lo|la|le|les) (mande|manden|mandes|envie|envien|envies) a nadie\b|\b(yo )?(no|nunca) (le|les|te|les he|le he) (dije|dicho|pedi|pedido|autorice) que (lo |la |me )?(mand|envi|hici|hag|pusi|present)\w+|\b(?:ya no|no longer) (?:(?:me|nos|le|les) )?(?:hacen? falta|(?:es|son) necesari[oa]s?|need) (?:lo del?|lo de l[ao]s?|el|la|los|las|ese|esa|eso|the|that)\b|^(?:(?:no|ay|mejor|dije|digo|ya|por favor) )*que (?:me )?(?:lo|la) (?:retir|anul|cancel|borr|elimin)e\b|^(gracias )?(pero )?ya no (me |nos )?(hace falta|es necesario|lo necesito|la necesito)|\b(cancelen|anulen)(lo|la)?$|^(no )?(mejor )?(ya )?no (lo|la) (envie|envien|mande|manden|presente|presenten)$/,
  ],
  [
    'closed_unsolved',
    /\b((lo|la|me lo|me la) cerraron|cerraron (el|mi|ese) (caso|reporte)|(dieron|dan) por (resuelto|cerrado|solucionado)|sin (resolver|solucionar)|quiero (reabrir|que lo abran)|reabr\w+|reopen)\b/,
  ],
  [
    'not_solved',
    /\b(sin (arreglar|reparar)|no (lo |la |me |nos |se |han |ha )*(resolvi\w+|resuel\w+|arregl\w+|solucion\w+|hicieron nada|hecho nada|repar\w+)|sigue\w* (igual|sin|lo mismo|el problema|el hueco|la |el )|siguen sin|no era verdad|es mentira|es falso|otra vez (igual|lo mismo)|volvio a (dañarse|romperse|pasar)|not fixed|still (not|no|the same|broken)|nothing (has |was |is |been )*(changed|done|fixed|happened)|(passed|came|drove) (by )?(and|but) (did not|didn t|don t|never) (stop|do|fix|clean|pick))\b/,
  ],
  [
    'moved',
    /\b(era en|era el otro|era la otra|es en el otro|es en la otra|me equivoque(?! de (nombre|apellido|cedula|telefono|numero|fecha|correo))|no es en|no era en|quise decir|corrijo|(direccion|ubicacion|lugar) (correct\w+|es|era)|wrong place)\b/,
  ],
  [
    'solved',
    /\b(ya (me |nos )?(lo |la |los |las )?(arregl\w+|repar\w+|solucion\w+|resolv\w+|limpi\w+|recog\w+|taparon|quedo|volvio|llego|hay agua|hay luz|vinieron y)|qued(o|aron) (listo|resuelt\w+|arreglad\w+|solucionad\w+|bien)|ya (me |nos )?(lo |la |los |las )?(pusieron|conectaron|reconectaron|devolvieron|pagaron|entregaron)( (el|la|los|las|mi|todo) ?(agua|luz|gas|servicio|plata|dinero|sueldo|beca|medidor)?)?( (gracias|ya|a dios|por fin))*$|(pueden|puede|favor|por favor|ya) (cerrar|cierren|cierre|cierrelo|cierrenlo) (el |mi |ese |este )?(caso|reporte)|problema resuelto|ya esta (resuelto|arreglado|listo|solucionado)|(it is|it s|its|is) (all |now |already |finally )*(fixed|solved|repaired|done)|fixed now|(already|finally) fixed|they (have |already |finally )*(fixed|solved|repaired|cleaned|collected|picked) it)\b/,
  ],
  [
    'goes_on',
    /^(y )?tampoco\b|^(y |y tambien |tambien |y ademas |ademas )(en|por|es|pasa|a|frente)\b|\b(todavia|aun|sigue|siguen|seguimos|se (hizo|puso|esta poniendo|va poniendo) (mas|peor)|(esta|estan|va) (peor|creciendo)|crecio|empeor\w+|cada (dia|vez) (mas|peor)|no han venido|no ha venido|nadie (ha )?(venido|viene|vino)|ya van|ya son|ya pasaron|se me olvido|me acorde|(acabo|acabe) de (acordarme|recordar)|me acabo de acordar|recorde que|(i|just) remembered|olvide decir|me falto decir|quiero agregar|(para |por favor )?agreg(ar|ue|uen|a)\w*|añad(a|an|ir)\w*|anote\w*|apunte\w*|otra cosa del caso|del mismo caso|mi caso|mi reporte|el reporte que hice|i forgot)\b/,
  ],
];

/** What a text about cases wants; null: it does not speak of one. */
export function meaningOf(text: string): Meaning | null {
  const plain = plainWords(text);
  const told = plain.replace(SUPPOSED, '');
  return (
    MEANINGS.find(([meaning, pattern]) => pattern.test(meaning === 'not_solved' ? told : plain))?.[0] ?? null
  );
}

/** `¿Y si no me resuelven?` tells of nothing that was not solved. */
const SUPPOSED = /\b(?:si|if) (?:\w+ ){0,4}?no (?:(?:me|nos|le|lo|la|se) )*\w+/g;
