/** `No quiero que salga el nombre`, `prefiero no decir cómo se llama la fonda`, `I won't give the name`. */
const UNSAID =
  /\b(?:no|nunca|tampoco|ni|without|not|don t|won t) (?:(?:le|les|lo|se|me|yo|quiero|quisiera|deseo|voy|vamos|puedo|pienso|prefiero|gustaria|a|que|want|wish|will|going|to|give|it|you) )*(?:pon\w+|dar|di|de|den|decir\w*|dig\w+|mencion\w+|sal(?:ga|gan|ir)|aparez\w+|aparecer|sep\w+|escrib\w+|vea|vean|vaya|put|giv\w+|say|mention|show|appear|name) (?:(?:ahi|todavia|aun|nunca|tampoco) )*(?:el |la |los |mi |mis |ni |de |the |my |its )*(?:nombres?|names?)\b|\b(?:no|not) (?:\w+ ){0,4}(?:dig\w+|decir\w*|pon\w+|mencion\w+|cont\w+|revel\w+|escrib\w+) como se llama (?:el|la|mi|ese|esa)\b/;

/** Is a name not to be given, theirs or another's? */
export function keepsNameOut(plain: string): boolean {
  return UNSAID.test(plain);
}
