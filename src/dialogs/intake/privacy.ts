import type { Privacy } from '../../cases/case.ts';
import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { clauses, plainClauses, sentences, signedClauses } from '../words/clauses.ts';
import { saysNothingElse } from '../words/clear-order.ts';
import { plainWords } from '../words/plain-words.ts';
import { KNOWN, letsBeKnown, MINDS_NOT, SHOWN, withoutCourage, withoutName } from './self-shown.ts';

/** `… con reserva por favor`, beside whatever else: no tank of water, and no file that was said to be secret. */
const KEPT =
  /(?<!\b(?:no|ni|sin) )\b(?:con|en|bajo) (?:toda |mucha |total )?reserva\b(?! (?:de|del|forestal|natural|ecologica|hidrica)\b)|\b(?:forma|manera|sea|vaya|quede|hagalo|mandelo|envielo|dejelo|que es|keep it|make it|file it) (?:de forma |de manera )?(?:confidencial|confidential|reservad[oa])/;

/** Do words say beside anything else that it is to be kept in reserve? */
export function keepsBack(plain: string): boolean {
  return KEPT.test(plain);
}

/** As much as can be kept of what is wished here: where nobody can stay anonymous, it is kept in reserve. */
export function possiblePrivacy({ facts }: Pick<Scene, 'facts'>, wished: Privacy): Privacy {
  return wished === 'anonymous' && !facts.channel.capabilities.anonymous ? 'confidential' : wished;
}

/** How much of the writer may be seen, as plain words or a choice say it; null when they do not. */
export function privacyIn(answer: string): Privacy | null {
  return ofWords(answer) ?? ofWords(answer.replace(/(.)\1+/g, '$1'));
}

/** `Sin reserva`, `no quiero reserva`. */
const OPEN =
  /\b(sin (ninguna )?reserva|no (la |lo )?(quiero|deseo|necesito|hace falta)( con| la| ninguna)* reserva|not confidential|no confidencial)\b/;

/** `Si pongo anónima, ¿cómo sé qué pasó?`: what is only supposed is not chosen; `sí, anónima` is. */
const SUPPOSED =
  /\b(?:si|if) (?:(?:yo|la|lo|le|me|i|it|they|esta|eso|this) )*(?:pongo|pongas?|hago|mando|envio|dejo|presento|escojo|elijo|denuncio|digo|doy|uso|es|fuera|va|queda|sale|choose|make|send|stay|is|s|put|file) (?:\w+ ){0,3}?(?:con reserva|anonim\w+|confiden\w+|(?:con |sin )?mi nombre|(?:con |sin )?mis datos|anonymous|my name)(?= \w)/g;

/** Is a way of keeping it only spoken of: supposed, or asked about? */
export function asksHowKept(text: string): boolean {
  const plain = plainWords(text);
  if (!KEEPING.test(plain) || privacySaid(text) !== null) return false;
  return text.includes('?') || beginsAsQuestion(text) || plain.search(SUPPOSED) >= 0;
}

const KEEPING = /\b(?:anonim\w*|reserva\w*|confiden\w+|mi nombre|mis datos|anonymous\w*|my name)\b/;

function ofWords(words: string): Privacy | null {
  const answer = withoutCourage(words.replace(SUPPOSED, ' '));
  if (MINDS_NOT.test(words)) return 'normal';
  if (KNOWN.test(answer) || SHOWN.test(answer)) return 'normal';
  if (OPEN.test(answer)) return 'normal';
  if (
    /\b(confidencial|re?ser[vb]a\w*|rese[vb]a\w*|resr[vb]a\w*|confidential|nombre oculto|ocult[oae]\w* (?:mi|el) nombre|private|privad[oa]|secret[oa])\b/.test(
      answer,
    )
  )
    return 'confidential';
  if (/\b(anonim\w*|anonymous\w*|sin (mi )?nombre|without my name)\b/.test(answer)) return 'anonymous';
  return /\b(normal|(?<!no )con mi nombre|(?<!no )con mis datos|(?<!not )with my (?:name|details|data|info\w*)|no importa|publica)\b/.test(
    answer,
  )
    ? 'normal'
    : null;
}

const NOBODY =
  '\\b(?:que )?(?:no|nadie|ni|without|don t|dont|do not|nobody) (?:le |les |lo |la |se |me |gustaria |quisiera |quiero que |want |want him to |let |pueden |puede |should |him |her |them )*(?:[\\wñ]+ ){0,3}';
const NAME =
  '(?:(?:mi|nuestro) nombre|(?:mis|nuestros) (?:datos|nombres)|(?:el|los) nombres? de nosotr[oa]s|quien soy|quienes somos|who (?:i am|we are)|(?:my|our) names?)';
const SELF = '(?:(?:fui|soy|era|de) yo|fuimos(?: nosotr[oa]s)?|it was (?:me|us)|about (?:me|us))';
/** It is ordered: `quitaron mis datos` tells what others did. */
const OUT =
  '(?:(?:quit|ocult)(?:e|en|a|ar|es)(?:me|le|les)?|(?:saqu(?:e|en|es)|saca|sacar)(?:me|le|les)?|escond(?:a|an|er|as)|remove|hide|take out) (?:todos |all )?(?:mis datos|my data|my details)\\b';
/** `No quiero que me busquen, ni que quede nada mío`. */
const NO_TRACE =
  '\\b(?:no quiero que|que no|para que no) (?:(?:me|nos) (?:(?:vayan a|puedan) )?(?:busquen?|encuentren?|ubiquen?|rastreen?|sigan?)|(?:\\w+ )?quede (?:nada|rastro)(?: (?:mio|mia|de mi|nuestro))?)\\b|\\bni (?:que )?quede (?:nada|rastro)(?: (?:mio|mia|de mi))?\\b|\\b(?:don t|do not) want (?:them |anyone |anybody )?to (?:find|trace|track|look for) me\\b';
const HIDDEN = new RegExp(
  [
    NO_TRACE,
    `${NOBODY}(?:digan?|diga|cuenten?|cuente|sep[\\wñ]+|(?<!(?:quiero|quisiera|queria|necesito) )saber|enter[\\wñ]+|decir|mencion[\\wñ]+|tell[\\wñ]*|know[\\wñ]*|find|say[\\wñ]*)\\b.*\\b(?:${SELF}|que (?:yo|puse|lo puse|la puse)|quien (?:fue|puso|(?:lo |la |los )?(?:denuncio|reporto|acuso)|lo dijo)|who (?:reported|complained|called|told|wrote)|${NAME})\\b`,
    // `No me quieren dar cita, me dan para junio` hides nothing.
    `${NOBODY}(?:vean?|ver|muestr[ea]n?|muestres|aparezca|salga|pong[\\wñ]*|poner|us[ea]r?|usen|uses|den?|des|dar|show[\\wñ]*|put|use|give|include|write)\\b.*\\b(?:fui yo|fuimos nosotr[oa]s|it was (?:me|us)|${NAME})\\b`,
    `\\b${OUT}`,
    // `Mándelo, pero el nombre mío no`.
    '\\b(?:(?:mi|el|los?) (?:nombre|datos)(?: mios?)?|mis datos|my name) (?:no|not)$|\\b(?:menos|sin|pero no|but not) (?:el |los )?(?:mi nombre|mis datos|(?:nombre|datos) mios?|my name)\\b',
    '\\b(?:mi nombre|mis datos) no (?:se |me |le |lo )*(?:salga|aparezca|vean?|sepan?|digan?|muestren?|pongan?|figure|quiero que (?:salga|aparezca))\\b',
    `\\bsin (?:decir|que (?:se |lo |le |nadie )*(?:sep\\w+|salga|aparezca|digan?|vean?|conste)) (?:${NAME}|${SELF})\\b`,
    // `Que no me identifiquen`, `keep us out of it`.
    '\\bno (?:me|nos) (?:identifiquen?|mencionen?|nombren?|reconozcan)\\b|\\bque(?:de|dara)? (?:solo )?entre nosotros\\b|\\b(?:do not|don t|not|never) (?:mention|name|identify) (?:me|us)\\b|\\bnot (?:to )?be (?:named|identified)\\b',
    '\\b(?:keep|leave) (?:(?:me|us) out(?: of (?:it|this|that)\\b| please$|$)|(?:my|our) names? out\\b)|\\b(?:don t|do not) want my name (?:to )?(?:appear|show|come up|be (?:shown|seen|known|used))\\b|\\b(?:don t|do not) want (?:me|us|(?:my|our) names?) (?:in|on) (?:it|this)\\b|\\bnot (?:know|find out|learn) who (?:i am|we are)\\b',
  ].join('|'),
);

/** `No quiero que él sepa`, and no more of what. */
const UNKNOWN = anyOf(
  /^(si |yes |ok |bueno |pero |y |por favor )*(no quiero|no deseo|sin|ojala no|i don t want) (que )?((el|ella|ellos|ellas|nadie|him|her|them|anybody|anyone|mi \S+|la \S+) )?(lo |se |to )?(sepan?|enteren?|know|find out)( (nada|de esto|de nada|por favor|about it))*$/,
  /^(si |yes |ok |bueno |pero |y |but |and |haga |hagan |hagalo |haganlo |manden |mande |mandelo |quiero |hacer |el |un |la |una |reporte |denuncia |queja |eso |esta bien |dale |do |make |file |the |a |report |it )*(que )?(nadie|nobody|(el|ella|ellos|ellas|he|she|they) (no|must not|can t|cannot|shouldn t)) (lo |se |to )?(sepan?|enteren?|know|find out)( (nada|de esto|de nada|por favor|about it|oyo|oyeron|ok))*$/,
);

/** `Tengo miedo que se enteren`, `nadie puede saber`. */
const FEARED =
  /\b(no (quiero|deseo) que ([\wñ]+ ){0,3}(sepan?|se enteren?)|nadie (puede|debe|tiene que|va a) (saber|enterarse)|no se (puede|pueden|debe|deben|vaya|vayan) (a )?enterar|miedo (de |a |a que |de que |que )?(que )?([\wñ]+ ){0,2}(se enter[\wñ]+|sepan?)|sin que ([\wñ]+ )?(sepan?|se enteren?)|if (they|he|she) finds? out|(scared|afraid|worried) (that )?([\wñ]+ ){1,3}(will )?finds? out|nobody (can|must) know)\b/;

/** What somebody fears of whom they accuse: `que se desquite`, `no quiero problemas con él`, `si se enteran me botan`. */
const REVENGE = anyOf(
  /\b(?:se (?:desquit|veng|la (?:cobr|agarr|desquit))\w*|tom\w+ (?:represalias|venganza)|represalias|retaliat\w+|take it out on (?:me|us)|get back at (?:me|us))\b/,
  /\bno (?:quiero|queremos|deseo) (?:tener |meterme en |buscarme |ganarme )?(?:mas )?(?:problemas?|lios?|enemigos?|pleitos?)(?: (?:con|ni)\b|$)/,
  /\b(?:no (?:quiero|queremos) que|miedo (?:de |a )?que|temo que|scared (?:that )?they|afraid (?:that )?they) (?:me|nos|will|might|would) ?(?:vayan a |va a |van a )?(?:bote[n]?|botar|despidan?|corran?|echen?|haga[n]? (?:algo|daño)|hacer (?:algo|daño)|quiten? el (?:trabajo|puesto)|saquen? del? |fire me|do something)/,
  /\bdon t want (?:any )?(?:trouble|problems) with\b/,
  /\bsi (?:[\wñ]+ ){0,3}(?:se enteran?|saben?|se dan? cuenta)(?! (?:cuando|como|donde|si|cual|cuanto)\b)(?: que (?:fui yo|soy yo|fuimos nosotros))? (?:[\wñ]+ ){0,3}(?:me|nos) (?:bot|mat|peg|hace|hara|desp|corr|va|van|ech|cae|lleva)[\wñ]*/,
);

/** Whoever would rather not send it leaves. */
const GIVES_UP =
  /\b(?:no (?:(?:lo|la|le|me) )?(?:mand|envi|report|denunci|pong|sig)\w*|mejor no|ya no|dej[ae]l[oa]|olvid\w+|cancel\w+|no quiero (?:seguir|reportar|denunciar)|(?:do not|don t) (?:send|file|report)|forget it|never mind)\b/;

/** Do they fear what whoever they accuse may do to them for it? */
export function fearsRevenge(plain: string): boolean {
  return plain.length <= LONGEST && REVENGE.test(plain) && !GIVES_UP.test(plain);
}

/** Do they wish that nothing leads to them: `no quiero que me busquen`? */
export function wantsNoTrace(plain: string): boolean {
  return plain.length <= LONGEST && new RegExp(NO_TRACE).test(plain) && !GIVES_UP.test(plain);
}

/** Do they wish that it be not said who reported it: `no le digan que fui yo`, `no quiero que él sepa`? */
export function wishesHidden(plain: string): boolean {
  if (plain.length > LONGEST) return false;
  // `No quiero reserva, que sepan que soy yo` refuses the reserve alone.
  const told = withoutCourage(plain).replace(OPEN, ' ');
  return [HIDDEN, UNKNOWN, FEARED, REVENGE].some(pattern => pattern.test(told));
}

const LONGEST = 160;

/** Is it wished in any part of what they wrote, however much stands beside it, and not asked? */
export function hidesBeside(text: string): boolean {
  return sentences(text)
    .filter(sentence => !sentence.includes('?'))
    .some(sentence => [sentence, ...clauses(sentence)].some(part => wishesHidden(plainWords(part))));
}

/** How much of the writer may be seen, named in a text of so many words at most, or wished in any: `que no sepan que fui yo`. */
export function privacyWished(plain: string, mostWords = Infinity): Privacy | null {
  const isShown = KNOWN.test(plain) || SHOWN.test(withoutCourage(plain));
  const named = plain.split(' ').length <= mostWords || isShown ? privacyIn(plain) : null;
  // Who wishes to be hidden is never shown, whatever else the words hold.
  if (wishesHidden(plain)) return named === 'anonymous' ? named : 'confidential';
  return named;
}

/** Nothing but how it is to be kept: `mejor con reserva`, `yo dije anónima`. */
const ALONE =
  /^(?:(?:no|si|ah|ay|pero|y|ya|yo|esta|esto|le|les|dije|digo|dijo|puse|escogi|elegi|quiero|quisiera|prefiero|mejor|que|sea|vaya|quede|siga|la|lo|(?:ponga|pongan|pon|mande|manden|manda|envie|envien|envia|haz|haga)(?:lo|la|mela|melo)?|dejela|dejelo|hagala|en|de|forma|but|i|d|said|rather|make|it|be|stay|keep|want|to) )*(?:con reserva|sin (?:ninguna )?reserva|no (?:quiero|deseo|necesito)(?: con| la| ninguna)* reserva|reservad[oa]|anonim[oa](?:mente)?|confidencial|sin (?:mi )?nombre|con mi nombre|con mis datos|with my (?:name|details|data)|anonymous(?:ly)?|confidential)(?: (?:anonim[oa]|mejor|por favor|porfa|entonces|gracias|si|please|then|pues|del todo|tot(?:al|almente)|completamente|por completo|completely|fully|is (?:fine|ok|okay)|are fine|(?:esta|va) bien))*(?: (?:que asi|porque asi|para que|asi) (?:\w+ ){0,5}(?:contest|respond|avis|escrib|llam|sep|enter|puedo|llega)\w*(?: \w+){0,3})?$/;

/** Is it nothing but the wish to be known: `con mi nombre`, `quiero que sepan que fui yo`? */
export function wishesShown(text: string): boolean {
  const isWhole = plainClauses(text).every(
    clause => ALONE.test(clause) || /^(si|no|gracias|por favor|porfa)?$/.test(withoutCourage(clause)),
  );
  const plain = withoutCourage(plainWords(text));
  const isMeant = isWhole || KNOWN.test(plain) || SHOWN.test(plain);
  return isMeant && privacyIn(plainWords(text)) === 'normal';
}

/** How they call whom they write to: `sin reserva, mijo, con mis datos`. */
const CALLED =
  /,?\s+(?:mij[oa]|joven(?:cit[oa])?|señor(?:a|ita)?|caballero|amig[oa]|licenciad[oa]|sir|madam)(?=[\s,.;!?]|$)/giu;

/** How it is to be kept, told in a clause of its own, whatever stands beside it: `anónima, y ¿pueden ir hoy?`; null: in none. */
export function privacySaid(text: string): Privacy | null {
  const all = plainClauses(text.replace(CALLED, ','))
    .map(withoutCourage)
    .filter(clause => ALONE.test(clause));
  // `Dije anónimo, no con reserva`: what is denied beside it is not wished.
  const wished = all.filter(
    clause => !/^(?:y |pero )?no (?:con reserva|reservad|anonim|confidencial)/.test(clause),
  );
  const said = (wished.length > 0 ? wished : all).at(-1);
  if (said === undefined) return letsBeKnown(text) ? 'normal' : null;
  return privacyIn(said);
}

/** What is told beside how it is to be kept: `es el apto 3` of `mejor con reserva. Es el apto 3`; '' when nothing is. */
export function besidePrivacy(text: string): string {
  const told = signedClauses(withoutName(text)).filter(clause => {
    const plain = plainWords(clause);
    const isOfIt =
      privacyIn(plain) !== null ||
      wishesHidden(plain) ||
      withoutCourage(plain) !== plain ||
      letsBeKnown(clause);
    return !isOfIt && !saysNothingElse(clause);
  });
  return told.join('').replace(/^[\s,.;:…]+|[\s,;:.…]+$/gu, '');
}

/** Nobody is told of it in so few words, and no matter with it. */
const MOST_HIDING = 10;
const HIDING =
  /(?<=[,.;:!?\n])\s*|\s+(?=(?:y |pero |and |but )(?:que )?(?:no|nadie|nobody|don['’]?t)(?![\p{L}]))/iu;

/** A text without the clauses that only wish it hidden who wrote: `Sabanitas. No quiero que sepan que fui yo`. */
export function withoutHiding(text: string): string {
  if (!SPEAKS_OF_KNOWING.test(text)) return text;
  const clauses = text.split(HIDING);
  const told = clauses.filter(clause => {
    const plain = plainWords(clause);
    return plain.split(' ').length > MOST_HIDING || !wishesHidden(plain);
  });
  return told.length === clauses.length ? text : told.join(' ');
}

const SPEAKS_OF_KNOWING = /sep|enter|dig|cuent|yo|nombre|datos|know|find|name|me\b/i;

const DATA_OUT = new RegExp(
  `^(?:(?:por favor|porfa|oiga|pero|y|no|ay|si|mejor|entonces|puede|pueden|podria|quiero|quisiera|que|me|please|can you|could you|i want you to) )*${OUT}`,
);

/** Is it ordered that what is known of them be taken out: `quite mis datos`? */
export function wantsDataOut(text: string): boolean {
  const plain = plainWords(text);
  return plain.length <= LONGEST && DATA_OUT.test(plain);
}
