/** `¿Van a decir que fui yo?`, `¿se va a enterar?` */
export const WHO_LEARNS =
  /\b(se (van a |va a )?(enteran?|enterar)|si (\w+ )?se dan? cuenta|averig\w+|van? a (saber|decir)|sepan?|fui yo|soy yo|me asegur\w+|represalias?|miedo|(sale|salen|saldra|va a salir|aparece|aparecen|aparecera|(se|lo|la|me) ve|se muestra|publican?|ven|van a ver) (ahi |en (la|el) \w+ |alli )?(mi|mis|donde trabajo|de donde|desde donde|quien|que fui)\b|(ahi|eso|les?|el reporte) (les? )?(sale|salen|aparece)\b|ven (mi|quien)|(es|sera|va|queda|seria) (todo |esto |eso |aqui |el chat |de verdad |bien )?(anonim|privad|confidencial|secret)\w*|(y )?(que pasa )?si (\w+ )?me (llaman?|buscan?|contactan?)\b|is (it|this|that) (anonymous|private|confidential)|(va a (salir|aparecer)|sale|aparece|saldra) mi nombre|find out|(will|does|is|would) my name (be |get |going to be )*(there|in (it|there)|on (it|there)|shown|show|published|public|known|visible|appear|given|told|seen|there)|(will|do|can|does) (they|he|she|anybody|you|the \w+) (know|tell(?! (?:me|us)\b)|see|learn))\b/;

/** `¿Quién lee lo que escribo?`, `¿guardan mi nombre?`, `¿es confidencial?` */
export const WHO_READS =
  /\b((me|nos) (va a |van a |vas a )?(preguntan?|preguntar(an)?|piden?|pedir(an)?) (el|mi|mis|los|un) (nombre|datos)\b|(tengo|hay) que (dar|decir|poner) (el|mi|mis) (nombre|datos)\b|(do i have|need) to (give|say) my name\b|(will|do) (you|they) ask (me )?(for )?my name\b|a quien(es)? (mas )?(le |les )?(llega|llegan|va|mandan|envian) (ese|este|el|mi|eso|esto|lo que)\b|quien(es)? (mas )?(((lo|la|los|las|le) )((puede|pueden|va a|van a) )?(ve|ven|lee|leen|ver|leer)|((puede|pueden|va a|van a) )?(ve|ven|lee|leen|ver|leer|verl[oa]|leerl[oa]|tiene acceso)( (aqui$|esto|(?<!\bven? )eso|lo que|mi (reporte|mensaje|queja|denuncia|nombre|numero)|mis (datos|mensajes))|$))|guardan? (usted |ustedes )?(mi|mis) (nombre|datos|informacion|numero|telefono)|mi privacidad|comparten? (mis|los) datos|((se|le|les) (lo |la )?)(dan|pasan|cuentan|dicen) (a la policia|al gobierno)|(es|son|sera|seria) (esto |todo |algo )?confidencial|(puede|pueden|va a|van a) (verl[oa]|leerl[oa]|ver (esto|lo que)|leer (esto|lo que))|(lo|la|esto|eso) lee (un|una|alguna|alguien)|alguien (lo|la|las|los) lee|who (reads|sees|can (read|see)|will (read|see)|is going to (read|see))|is (this|it) (private|confidential))\b/;

/** `¿El MINSA ve este chat?`, `does AAUD see what I wrote about him?` */
export const READS_MINE =
  /\b((ve|ven|lee|leen|le llega|les llega) (todo )?(este chat|lo que (yo )?(le |les )?(escrib\w+|puse|pongo|dije|conte))|(does|do|will|can) (the |my )?[\wñ]+( [\wñ]+)? (see|read|get) (this chat|(all |everything )?(what )?i (wrote|write|said|say|told|tell|put)|my (chat|messages?|words)))\b/;

/** What the body sees of the writer, by how the report or the case is kept. */
export const SEEN = {
  anonymous: 'info.sees_nothing',
  confidential: 'info.sees_words',
  normal: 'info.sees_all',
  open: 'info.sees_all',
} as const;
