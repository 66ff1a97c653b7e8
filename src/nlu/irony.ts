import { cue } from './cue.ts';

const PRAISE = cue(
  'felicit*',
  'felicidades',
  'congratulations',
  '(excelente|maravilloso|buen|buenisim[oa]|tremend[oa]|lindo|bonito|bello) (servicio|trabajo|atencion|gestion|manera|forma|gobierno)',
  'que (maravilla|belleza|lujo|eficiencia|eficientes|servicio tan|buen servicio|buena atencion|rapidos)',
  '(aplausos|un aplauso|servicio de lujo|de maravilla|primer mundo)',
  '(muchas |mil )?gracias (por nada|por dejar*|por tener*|por (los|las|tantos|tantas|otro|otra)|idaan|ensa|naturgy|css|mop)',
  'thanks? (you )?(for nothing|for (another|the|leaving))',
  '(great|good|excellent|wonderful|amazing|fantastic|brilliant) (job|service|work)',
  '(bien|well) (hecho|done)',
);

const TIME =
  '(\\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|varios|varias|tantos|one|two|three|four|five)';
const FAILS = cue(
  `${TIME} (dias|dia|semanas|semana|meses|mes|horas|años) (seguid[oa]s )?(sin|esperando|y nada|llamando|a oscuras|en lo mismo)`,
  `(llevo|llevamos|tengo|tenemos|van|ya van|vamos para|hace) ${TIME} (dias|dia|semanas|semana|meses|mes|horas|años)`,
  'sin (agua|luz|electricidad|corriente|internet|señal|bus|medic*|gota|una gota|clases|maestr*|respuesta|basura)',
  '(no|nunca|jamas|nadie|tampoco|ni) (ha|han|me|nos|le|la|lo|se)? ?(llega|llegan|llegado|hay|sirve|sirven|funciona|pasa|pasan|pasado|recoge|recogen|recogido|contesta|contestan|contestado|aparece|aparecen|aparecido|viene|vienen|venido|arregla|arreglan|arreglado|responde|responden|respondido|atiende|atienden|cae|sale)',
  '(gracias por nada|cada dia peor|de mal en peor)',
  'por (el|la|los|las|ese|esa|su|sus|tremend[oa]|tan) ((lind|hermos|nuev|tremend|bell|precios|maravillos|magnific)[oa] )?(piscina*|laguna*|lago|crater*|huec*|hoyo*|apagon*|oscuridad|basurero|pataconcito*|criadero*|tranque*|cucaracha*|velorio)',
  '(criadero|nido|fabrica|cosecha) de (rata*|raton*|mosca*|mosquito*|cucaracha*|gusano*)',
  'sin (bañarnos|bañarme|bañarse|cocinar|lavar|dormir)',
  `${TIME} (days|weeks|months|hours) (without|waiting|with no|and)`,
  '(no|without) (water|power|electricity|light|internet|answer|bus)',
  '(still|nobody|never) (no|not|waiting|answers|comes|came|fixed)',
);

/** What went well in the end is no irony: `tras tres días sin agua vinieron y lo arreglaron, los felicito`. */
const MENDED = cue(
  '(ya|al fin|por fin|hoy|ayer) (hay|llego|volvio|quedo|vino|vinieron|tenemos|pasan|funciona|sirve|la|lo|me|nos)',
  '(arreglaron|repararon|resolvieron|solucionaron|vinieron|llegaron|limpiaron|recogieron|cambiaron|trajeron|quitaron|pusieron|devolvieron|atendieron|atendio|ayudo|ayudaron|arreglo|resolvio|explico|salvo|salvaron|trabajaron|encontro|encontraron)',
  '(gracias a|amable*|rapid(o|a|amente)|paciencia|cariño|respeto|sin (cobrar|pedir|mala cara|que))',
  '(fixed|solved|came (within|the same|quickly|fast)|helped|kind|polite|repaired|was fast)',
);

/** Praise beside what still does not work: `excelente servicio, veinte días sin agua, los felicito`. */
export const IRONIC = new RegExp(
  `^(?=.*(?:${PRAISE.source}))(?=.*(?:${FAILS.source}))(?!.*(?:${MENDED.source}))`,
);
