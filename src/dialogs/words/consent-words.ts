/** The verbs of filing as they are ordered and wished: `envie`, `envia`, `enviar`, `envien`. */
const FILE_BARE =
  `envie|envia|envies|enviar|envien|mande|manda|mandes|mandar|manden|presente|presentar|presenten|registre|registrar|
  tramite|tramita|tramitar|tramiten|procese|procesar|ingrese|ingresar|someta|someter|remita|remitir|ponga|pongan|poner|meta|meter|
  haga|hagan|hacer|pase|pasar|suba|subir|send|submit|file`.replace(/\s+/g, '');
const FILE_JOINED =
  `envie|envia|enviar|envien|hagan|pongan|mande|manda|mandar|manden|presente|presenta|presentar|presenten|registre|registra|registrar|
  tramite|tramita|tramitar|procese|procesar|ingrese|ingresar|someta|remita|ponga|pon|poner|meta|mete|meter|haga|haz|hacer|
  suba|sube|pase|pasa|dele|abra|abre|abrir`.replace(/\s+/g, '');
/** Each order with the pronouns that are written on to it: `envielo`, `mandemela`. */
function joined(verbs: string, between: string[], pronouns: string[]): string {
  const all = verbs.split('|').flatMap(verb => between.flatMap(b => pronouns.map(p => verb + b + p)));
  return `(?:${all.join('|')})`;
}
const ITS_OWN = ['lo', 'la', 'los', 'las', 'le', 'les'];
const JOINED = joined(FILE_JOINED, ['', 'me', 'se', 'nos'], ITS_OWN);
const ITS = 'el|la|los|las|mi|mis|este|esta|ese|esa|esos|un|una|ninguna|ningun|de|del|the|my|this|that|a|any';
const CASE =
  'reporte|reportes|queja|quejas|denuncia|denuncias|caso|casos|solicitud|reclamo|mensaje|sugerencia|idea|peticion|tramite|report|complaint|case|message|request';
const REPORT = `(?:(?:${ITS}) )*(?:${CASE})`;
const IT =
  '(?:esa|esta|la) (?:vaina|cosa|mierda)|eso|esto|ese|esa|todo|nada|asi|(?:that|this) one|it|that|this|anything|everything|nothing';
const OBJECT = `(?: (?:${REPORT}|${IT}))?`;
const LEAVE =
  `cancele|cancela|cancelar|cancelen|anule|anula|anular|anulen|borre|borra|borrar|borren|elimine|elimina|eliminar|
  eliminen|retire|retira|retirar|retiren|quite|quitar|descarte|descartar|deseche|desechar|olvide|olvida|olvidar|cierre|cierra|cerrar|
  cierren|detenga|detener|pare|parar|cancel|withdraw|delete|drop|discard|scrap|stop|close|retract`.replace(
    /\s+/g,
    '',
  );
const LEAVE_JOINED = joined(
  `cancele|cancela|cancelar|cancelen|anule|anula|anular|borre|borra|borrar|elimine|elimina|eliminar|retire|
  retira|retirar|quite|quita|descarte|descartar|deseche|desecha|olvide|olvida|olvidar|olvidemos|cierre|cierra|detenga|deje|deja|dejar|dejemos`.replace(
    /\s+/g,
    '',
  ),
  ['', 'me', 'se', 'te'],
  [...ITS_OWN, 'te', 'se'],
);
const WISH =
  '(?:(?:yo|ya|me|lo|la|que|puede|puedes|pueden|podria|quiero|quisiera|queria|deseo|necesito|prefiero|pido|please|i (?:want|need|would like) you to|i want to|i wish to|i would like to|can you|could you|you can) )*';
const SUBJECT =
  `luz|agua|basura|internet|corriente|energia|electricidad|servicio|hueco|semaforo|perro|perrito|gato|gata|plata|dinero|
  sueldo|quincena|pago|cita|bus|camion|poste|cable|bombero|bomberos|ambulancia|policia|patrulla|cuadrilla|señal|telefono|problema|asunto|daño|falla|fuga|tubo|carro|recolector|aseo|power|water|light|electricity|garbage|trash|service`.replace(
    /\s+/g,
    '',
  );

/** What parts of an answer may say. */
export type Sort =
  | 'yes'
  | 'file'
  | 'no'
  | 'keep'
  | 'drop'
  | 'doubt'
  | 'solved'
  | 'hold'
  | 'polite'
  | 'parting';

/** How each is said, in plain words; the longest that fits at a place is what is said there. */
export const SAID: readonly [Sort, string][] = [
  [
    'yes',
    `(?:(?:pero|si|y|ya|que|q|yo) )*(?:se lo |le |les |te )?(?:dije|digo|he dicho) (?:que|q|k) si(?: (?:hace rato|ya|(?:varias|muchas|mil|dos|tres|cuatro) veces))?|i (?:have )?(?:already )?(?:said|told you) yes|okay go|de acuerdo con todo|es correcto lo que dice|ya|ya esta|si|sim|see|sip|sep|sisas|sizas|simon|dale|dele|claro|cla|ok|oki|okis|okay|okey|oka|vale|va|correcto|exacto|exactamente|afirmativo|efectivamente|
    positivo|confirmo|confirmado|confirmar|conforme|aja|ajam|listo|perfecto|perfectamente|sale|yes|yep|yeah|yup|sure|right|correct|bueno|acepto|
    aceptado|adelante|obvio|chevere|bien|bueno esta|muy bien|todo bien|esta bien|ta bien|bien asi|esta bueno|me parece(?: muy)? (?:bien|perfecto|correcto)|
    (?:estoy |totalmente )*de acuerdo|asi (?:mismo )?es|asi mismo|asi mismito|eso(?: mismo)?|eso es|por supuesto|desde luego|como no|(?:esta |todo esta |es |todo )(?:correcto|perfecto|exacto)|
    aprobado|apruebo|excelente|super|buenisimo|genial|magnifico|fantastico|cool|great|awesome|fine|perfect|nice|yea|(?:that |it )?works(?: for me)?|(?:asi |que asi )sea|vamos(?: con (?:eso|esto|todo))?|autorizo(?: el envio| que lo envien| enviarlo| todo)?|visto bueno|le doy el visto bueno|asi lo (?:quiero|dejo)|tal cual|(?:tal )?como esta|de una|pues (?:si|claro)|sumarme|me sumo|quiero sumarme|sumeme|unirme|a mi tambien|me too|count me in|
    all good|looks (?:good|right|fine|correct)|sounds good|(?:that is|that s|thats|it is|its|it s) (?:right|fine|correct|good|ok|okay)|i agree|agreed|i confirm|confirmed|absolutely|of course|certainly|definitely|please do|do it|exactly|indeed`,
  ],
  [
    'file',
    `(?:send|submit|file) the \\w+ (?:one|report|complaint)|(?:mande|envie|manda|envia|manden|envien) (?:la|el|lo) (?:de la|de los|de las|del|de) \\w+|(?:que )?(?:manden|envien|mande|envie) (?:a alguien|a una persona)|pode (?:enviar|mandar)|
    ${WISH}(?:${JOINED}|(?!(?:ponga|pongan|poner) (?:eso|esto|asi)(?: |$))(?:${FILE_BARE})${OBJECT})|(?:le )?doy el envio|el envio|metale|hagale|dele|siga|sigamos|continuemos|siga adelante|siga usted|continue|continua|prosiga|proceda|procedan|
    adelante con (?:eso|esto|${REPORT})|go ahead(?: and (?:send|submit|file))?|send (?:it|this|that)|submit (?:it|this|that)|file (?:it|this|that)|(?:send|submit|file) ${REPORT}|proceed|carry on|
    ${WISH}(?:abra|abrir|abre|haga|hacer|open|make) (?:el |la |un |una |the )?(?:otro|otra|segundo|nuevo|another|other|second|new)(?: (?:${CASE}|one))?|open it|otro caso`,
  ],
  [
    'no',
    `ya (?:se lo |le |les |te )?dije que no|no (?:me |lo |la |los |las |le |se )*(?:${FILE_BARE}) asi|no|nop|nope|nel|negativo|jamas|n|nah|para nada|no no|que no|not|de ninguna manera|no way|i (?:already )?(?:said|told you) no|(?:claro|obvio|por supuesto|pues|desde luego) que no|ni loc[oa]|ni hablar|of course not`,
  ],
  [
    'keep',
    `(?:${FILE_BARE}) que|(?:que |please )*(?:no|don t|dont|do not) (?:me |lo |la |los |las |le |se |quiero |quiero que |deseo |want to |that you )*(?:${LEAVE}|cancelarlo|cancelarla|borrarlo|borrarla|retirarlo|retirarla|anularlo)${OBJECT}`,
  ],
  [
    'drop',
    `(?:olvidese|olvidate|olvidense|olvidemonos|olvidarse)(?: de (?:eso|esto|todo|${REPORT}))?|
    (?:ya |mejor |que |por favor |nada |please |pero |but |ese |esa |eso )*no (?:me |lo |la |los |las |le |les |se |quiero que |deseo que |hay que |hace falta |es necesario |tiene que |tienen que |vaya a |vayan a |ir a )*(?:${FILE_BARE})${OBJECT}|
    (?:ya |mejor |yo |que |al final |i )*(?:no|don t|dont|do not|didn t|no longer|never) (?:lo |la |me )?(?:quiero|queremos|quisiera|deseo|voy a|vamos a|pienso|want to|wish to|want)(?: (?:que|lo|la|los|me|le|nada|de|seguir|continuar|con|to|have|continue|go on|with|a))* ?(?:${FILE_BARE}|${JOINED}|denunciar|reportar|quejarme|report)?${OBJECT}(?: anymore| any more| mas)?(?: (?:al?|para|to) (?:el |la |los |las |the )?[a-zñ]+)?|
    (?:ya |mejor |yo )*no (?:quiero|deseo|voy a) (?:seguir|continuar)(?: con (?:esto|eso|${REPORT}))?|(?:ya |mejor )?no (?:quiero|deseo) (?:mas )?(?:nada|${REPORT})|(?:no )?mejor no(?: (?:lo |la |le )?(?:denuncio|reporto|envio|mando|pongo|presento|digo|hago|sigo))?(?: nada)?|
    ${WISH}(?:${LEAVE_JOINED}|(?:${LEAVE}) (?:${REPORT}|${IT}|todo)|(?:borrar|cancelar|anular|eliminar))|(?:${LEAVE})|dejeme(?: asi)?|(?:deja|deje|dejen) asi|(?:deja|deje|dejen|dejemos) (?:eso|esto|todo|la cosa)(?: asi| ahi| quieto)?|deje(?:n)? sin efecto(?: ${REPORT})?|
    desisto(?: de (?:eso|esto|${REPORT}))?|me (?:arrepenti|arrepiento)(?: de (?:eso|esto|todo|haber \\w+|${FILE_BARE}|denunciar|reportar|escribir|llamar)${OBJECT})?|(?:ya )?cambie de (?:opinion|idea|parecer)|(?:ya )?lo pense(?: mejor| bien)?(?: y no| y mejor no)|
    (?:ya )?no (?:me |nos |le )?(?:hace|ase) (?:ya )?falta(?: nada| ya)?(?: que)?(?: (?:me |se |lo |la )*(?:${FILE_BARE})(?: nada)?)?|(?:ya )?no es necesario(?: ya)?|(?:ya )?no (?:lo|la) (?:necesito|necesitamos)|(?:ya )?no importa|ya para que|no siga|no sigas|no continue|no proceda|
    (?:eso )?(?:era|es|fue|solo era|solo es|nada mas era|solo fue) (?:una |de |por |puro )?(?:broma|prueba|mentira|mentiras|juego|joda|chiste|jugando|error|test)|(?:eso )?(?:era|es|fue) (?:solo )?un chiste|(?:mejor |yo |ya |ahi )*(?:lo|la) (?:dejo|dejamos|retiro|cancelo|olvido|voy a dejar|vamos a dejar)(?: (?:asi|ahi|eso))*|me retracto|ya fue|ahi muere|(?:ya |mejor )nada|ya no|ya no (?:me )?importa|(?:haga|hagan) caso omiso|(?:yo |mejor |quiero que )*(?:haga|hagan|hagamos|haz) (?:como|de cuenta|cuenta) (?:que|si) (?:yo )?(?:no|nunca) (?:le |les )?(?:escribi|escribiera|dije|dijera|hable|puse)(?: nada)?|no (?:me )?(?:haga|hagan|hagas) caso|(?:please )?(?:disregard|ignore)(?: it| that| this)?|don t bother|dont bother|no need(?: anymore| any more)?|i no longer (?:want|need)(?: this| it| that)?|ignorelo|ignorela|ignoren|ni modo|(?:solo )?(?:estaba|estoy|estabamos|andaba) (?:solo )?(?:probando|jugando|bromeando|molestando|relajando)|
    never mind|nevermind|nvm|forget (?:it|about it|that)|i (?:have )?changed my mind|(?:please )?(?:don t|dont|do not) (?:send|submit|file)${OBJECT}|no longer (?:needed|necessary)|not (?:needed|necessary)(?: anymore| any more)?|leave it|
    (?:it was |it s |its |this was |was )?(?:just |only )?(?:a )?(?:test|joke|kidding|joking|testing)|i (?:was|am|m) (?:just |only )?(?:testing|kidding|joking|playing)|i (?:was|m) just (?:testing|kidding|joking)`,
  ],
  [
    'doubt',
    `(?:mejor )?(?:yo )?(?:mismo |misma )?(?:mejor )?(?:llamo|voy|lo llamo|los llamo|lo arreglo|lo resuelvo|la arreglo|me encargo|lo hago|hablo)(?: yo)?(?: mismo| misma)?(?: (?:a|al|con|en|por|hasta)(?: (?!y\\b|no\\b|pero\\b|que\\b)\\w+){1,3})?|(?:me da|tengo|me dio) (?:mucho )?miedo|no quiero (?:problemas|lios|meterme en (?:problemas|lios))|mentira|mentiras|
    mi (?:hijo|hija|niño|niña|nieto|nieta|hermano|hermana|esposo|esposa|novio|novia) (?:escribio|mando|puso|hizo) (?:eso|esto)|i will (?:call|do it|fix it|go)(?: myself)?(?: \\w+){0,3}`,
  ],
  [
    'solved',
    `(?:ya |por fin |al fin |recien |hace rato |acaba de )+(?:me |nos |se |lo |la |los |las |le )*(?:volvio|regreso|vino|llego|hay|tengo|tenemos|volver|llegar|regresar|arreglo|arreglaron|repararon|reparo|soluciono|solucionaron|resolvio|resolvieron|aparecio|quedo|recogieron|quitaron|retiraron|sacaron|limpiaron|taparon|vinieron|llegaron|funciona|sirve|conectaron|pagaron|atendieron|pusieron|paso|pasaron|trajeron|devolvieron|dieron|resolvi|arregle|solucione)(?: (?:la|el|los|las|mi|yo|a|de|todo|solo|sola|bien|listo|arreglado|arreglada|resuelto|resuelta|solucionado|solucionada|recoger|recogerla|buscar|tapar|taparlo|limpiar|${SUBJECT}))*|
    (?:la |el |mi )?(?:${SUBJECT})? ?(?:ya )?(?:volvio|regreso|llego|aparecio|vino)(?: (?:la|el|mi|${SUBJECT}))*|(?:se|lo|la|me lo|nos lo) (?:arreglo|arreglaron|soluciono|solucionaron|resolvio|resolvieron|repararon)(?: (?:solo|sola|todo))?|
    (?:ya )?(?:todo )?(?:esta|quedo|estuvo) (?:todo )?(?:arreglado|arreglada|resuelto|resuelta|solucionado|solucionada|reparado|reparada)|(?:ya )?no (?:hay|tengo|tenemos) (?:ningun )?problemas?|(?:problema|asunto|caso) (?:resuelto|solucionado|arreglado)|
    (?:it is|it s|its|it has been|it got|it was|they|it) (?:been |already |all )?(?:fixed|solved|resolved|repaired|back|working|working again)(?: it)?(?: now| already| again)?|(?:the )?(?:${SUBJECT}) (?:is|s|came|are) (?:back|on|working)(?: on| now| again| already)*|(?:problem |already )?(?:solved|resolved|fixed)(?: now| already)?`,
  ],
  [
    'hold',
    `no (?:se|estoy segur[oa]|sabria) (?:si|de) (?:lo |la |debo |deba |quiero )?(?:${JOINED}|${FILE_BARE}|denunciar|reportar|seguir)${OBJECT}|i (?:am|m) not sure (?:if i (?:want|should)|about)(?: \\w+){0,3}|(?:no (?:lo |la )?(?:${FILE_BARE}) )?(?:todavia|aun)(?: no)?(?: (?:lo |la )?(?:${FILE_BARE}))?|(?:todavia|aun) no|espere(?:me|se|n|nme)?(?: (?:un|tantito|un poco|ahi))*|esperate|espera(?:me)?|perese|aguante|aguarde|(?:deme |dame |espere |solo |espereme )*(?:un|unos|1|5|dos) (?:momento|momentito|minuto|minutos|minutito|rato|ratito|segundo|segundos|segundito)|momento|momentito|(?:ya|ahora|ahorita|enseguida) (?:vengo|vuelvo|regreso|sigo|seguimos|continuo)|en un (?:rato|ratito|momento|minuto) (?:vengo|vuelvo|regreso|sigo|le (?:digo|escribo|cuento))|
    (?:deje|dejeme|deja|dejame)(?: que)? (?:pensar|pensarlo|pensarla|ver|revisar|revisarlo|preguntar|consultar|consultarlo|buscar|buscarlo|reviso|veo|pregunto|averiguar|averiguo|leer|leerlo)(?: (?:bien|mejor|primero|eso|esto))*|(?:lo |la )?voy a (?:pensar|pensarlo|ver|revisar|consultarlo)(?: (?:bien|mejor|primero))*|
    (?:mejor )?(?:mañana|luego|despues|mas tarde|otro dia) (?:lo |la )?(?:veo|vemos|reviso|hago|mando|termino|sigo|seguimos)(?: con (?:mi )?[a-zñ]+)?|(?:ahora|ahorita|hoy) no|(?:ya )?(?:luego|despues|mas tarde|mas tardecito|ahorita|mañana)(?: (?:le|te|les) (?:digo|aviso|escribo|cuento|confirmo))?|(?:ya |ahorita )?(?:le|te|les) (?:digo|aviso|escribo)(?: (?:luego|despues|ahora|ahorita|mas tarde|en un rato))?|
    wait(?: a)?(?: (?:minute|moment|second|bit))?|hold on|hang on|not yet|not now|later|give me (?:a |one )(?:minute|moment|second)|one (?:moment|minute|second)|let me (?:think|check|see|ask)(?: about it| first)*`,
  ],
  ['parting', 'adios|chao|chaito|chau|bye|bye bye|goodbye|hasta luego|hasta mañana|nos vemos|me voy'],
  [
    'polite',
    `(?:pero |y |que |ya )*no (?:me |le )?(?:(?:sigan?|vuelvan?) (?:a )?)?(?:pregunt|pid)\\w*(?: (?:ya|mas|nada|tanto|tantas?|cosas?|veces|otra vez|de nuevo|lo mismo|eso))*|(?:but |and |just )*(?:don t|do not|stop) (?:ask|asking)(?: me)?(?: (?:again|anymore|any more|more|that|twice|so much))*|no (?:se preocupen?|te preocupes)|descuiden?|tranquil[oa]s?|(?:don t|do not) worry|no worries|gracias a (?:mi )?dios|igual(?:mente)?|por favor|por fa|porfa|porfis|porfavor|favor|x favor|x fa|xfa|xfavor|actually|plis|pls|plz|please|sin falta|senor|señor|senora|señora|señorita|seño|joven|mijo|mija|mi hijo|mi hija|ya (?:se lo |le |les |te )?dije|h?ija|h?ijo|mamita|papito|(?:ya )?que importa|compa|fren|amigo|amiga|mano|mi ?hermano|hermano|brother|bro|man|pana|mi pana|primo|compadre|mi gente|loco|mi amor|mi rey|mi reina|amor|rey|reina|jefe|hombre|muchach[oa]|licenciado|licenciada|sir|madam|friend|papa|mami|
    (?:muchas |muchisimas |mil |ok |un millon de |y )*(?:gracias|agradecido|agradecida|thanks|thank you|thx|ty)(?: very much| so much| a lot)?(?: (?:por|de|for)(?: (?!pero\\b|cambie|no\\b|y\\b|but\\b|mande|envie)\\w+){1,6}| a (?:usted|ustedes|todos))?|(?:le |les )?agradezco(?: mucho)?|muy amable|si es tan amable|sea tan amable|hagame el favor|
    (?:que |y )*(?:mi |papa )?dios (?:lo|la|le|los|las|les|me|nos|te|se) \\w+(?: (?:mucho|siempre|a todos))?|dios mediante|primero dios|si dios quiere|bendiciones|amen|saludos|niña|niño|doctora?|doctor|licen|profe|vecina?|(?:que )?(?:tenga |pase )?(?:un )?(?:buen|feliz|lindo) (?:dia|tarde|noche)|god bless(?: you)?|have a (?:nice|good) day|
    (?:pero |y |que )*(?:apurese|apurense|apurate|apuren|no se (?:demoren?|tarden?)(?: mucho| tanto)?|ojala (?:hagan algo|(?:que )?(?:(?:si|se|lo|la|los|las|me|nos) )*(?:hagan|haga|logren|logre|cumplan|cumpla|aprueben|apruebe|acepten|acepte|adopten|tomen en cuenta|escuchen|puedan?|pueda(?:n)? hacer(?:lo|la)?)(?: (?:pronto|algun dia|realidad|algo))?|(?:lo |me )?(?:arreglen|resuelvan|atiendan|vengan)(?: pronto| rapido)?)|que sea (?:rapido|pronto|ya)|(?:que )?(?:vengan|manden|vayan|lo arreglen|resuelvan) (?:rapido|rapidito|ya|pronto|hoy|urgente)|(?:que )?no sea para (?:el |la |dentro de )?[a-z0-9]+(?: (?:que viene|proxim[oa]|años?|siglo))*)|pero (?:rapido|rapidito|pronto|ya|ya mismo|urgente|por favor|hoy)|rapido|rapidito|pronto|prontito|urgente|es urgente|urge|me urge|nos urge|(?:lo )?mas pronto(?: posible)?|lo antes posible|cuanto antes|de una(?: buena)? vez|ya mismo|ahora mismo|de inmediato|inmediatamente|asap|as soon as possible|quickly|now|
    eso es todo|es todo|nada mas|no mas|nomas|that is all|that s all|thats all|all|(?:eso |esto )?(?:queda|esta|va) asi|asi|como dice|(?:de|en) verdad|la verdad|ay|oh|ah|uy|jaja\\w*|ja|lol|pues|entonces|ya|y|e|que|lo|la|le|esta|es|eso|todo|pero (?:bueno|ya)|bueno|well|so|okay|just|then|too|tambien|usted|yo|me|mi|solo|simplemente|al final|mejor|sorry|perdon|disculpe|disculpa|lo siento|con eso|ahi|nada|sinceramente|ahora|and|it|i|me|now|hoy|mas`,
  ],
];
