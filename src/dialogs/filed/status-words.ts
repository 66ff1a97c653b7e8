const WHEN =
  /^(ok |bueno |muchas |gracias |y |pero )*(para )?(?:(cuando|cuantos? (dias|tiempo|semanas|horas)) (vienen|van a|lo|la|me|nos|arreglan|resuelven|pasan|llegan|falta)|cuanto (?:falta|(?:se |me |nos |les )?(?:va a |van a )?(?:demora|tarda|dura)\w*)|cuando (?:se )?(?:demora|tarda)\w*)\b/;

const WHAT_NEXT =
  /^(y |bueno |ok |entonces )*(ahora que( (sigue|pasa|hago|viene|toca))?|que (sigue|pasa|hago|viene)( (ahora|despues|entonces|con eso))|que sigue|what (happens )?(now|next)|what happens (now|next|then))$/;

/** `Apúrense por favor`, `es urgente`: no words of a matter, and none to be sent away with. */
const URGES =
  /^(por favor |pero |ya |oiga )*(apur[ae]\w*|dense prisa|rapido|(es |esto es )?urgente|(necesito |quiero )?que vengan|vengan|hurry( up)?|(it is )?urgent)( (ya|rapido|pronto|por favor|porfa|please|hoy|ahora))*$/;

/** Do plain words ask when, or what comes next, or press for it, and nothing else: `¿cuándo vienen?`, `apúrense`? */
export function asksOnward(plain: string): boolean {
  return [WHEN, WHAT_NEXT, URGES].some(pattern => pattern.test(plain));
}

const OF_ANSWER =
  /\b(?:como|donde|where|how) (?:\w+ ){0,3}(?:veo|ver|se|saber|reviso|revisar|entero|consulto|check|see|know)\b.*\b(?:contest|respond|respuest|va|anda|paso|answer|caso|goes)\w*|\b(?:sale|salen|aparece|queda|llega|llegara|va a llegar|me avisan)\b.*\b(?:mis casos|aqui|la respuesta|este chat)\b/;

/** Is it asked where an answer is seen, or whether it comes here: `¿cómo veo si contestaron?`, `¿me va a llegar aquí la respuesta?` */
export function asksOfAnswer(plain: string): boolean {
  return OF_ANSWER.test(plain);
}
