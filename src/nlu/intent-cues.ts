import { cue } from './cue.ts';

/** Asks after something already sent in. */
export const STATUS = cue(
  '(mi|mis|el|del|este|un) (caso|casos|reporte|reportes|ticket|expediente|numero de caso|solicitud|tramite) (numero |con |311 )*\\d[^ ]*',
  '(como|en que|que) (va|van|esta|anda|quedo|paso|paso con|va con|estado esta|hay de|sigue|se sabe|estatus tiene|fase va) (con )?(mi|mis|el|del) (caso|casos|reporte|reportes|queja|quejas|denuncia|denuncias|solicitud|reclamo|expediente|ticket|sugerencia|propuesta|idea)',
  'que (paso|ha pasado|hubo|saben|sabe|se sabe|hay) (con|de) (mi|mis|la|el) (caso|casos|reporte|queja|denuncia|solicitud|reclamo|expediente|ticket|sugerencia|propuesta)',
  '(estado|estatus|status|seguimiento|respuesta|avance|avances|actualizacion|novedad|novedades|noticia|noticias) (de|a|del|sobre|para|of|en|on) (mi|mis|un|el|la|my|the|este) (caso|casos|reporte|reportes|queja|denuncia|solicitud|reclamo|expediente|ticket|sugerencia|case|report|complaint)',
  '(ver|saber|consultar|revisar|verificar|chequear|averiguar|darle seguimiento a) ... (mi|mis|un) (caso|casos|reporte|reportes|queja|denuncia|solicitud|reclamo|ticket)',
  '(mi|mis) (caso|casos|reporte|reportes|ticket)',
  '(my|the) (case|report|complaint|ticket) (number|status|from|i)',
  '(status|update|news) (of|on|about) my (case|report|complaint)',
  '(queja|denuncia|reporte|caso|solicitud|reclamo) que (puse|hice|reporte|abri|presente|envie|mande|interpuse|metí|meti)',
  '(puse|hice|reporte|abri|presente|envie|mande|meti) ... (queja|denuncia|caso|reporte|solicitud|reclamo) ... (semana|semanas|mes|meses|dias|ayer|lunes|martes|miercoles|jueves|viernes) ... (y|sin|nadie|no|que|aun|todavia|quiero)',
  'hace ... (puse|hice|reporte|meti|presente|abri|mande|envie) ... (queja|denuncia|caso|reporte|solicitud|reclamo)',
  '(saber|digan|diganme|dime|informen) ... (que paso|en que quedo|como va|como quedo) ... (queja|denuncia|caso|reporte|solicitud|reclamo)',
  '(todavia|aun) (no|sin) ... (mi|la|el) (caso|reporte|queja|denuncia|reclamo)',
  'en que (va|quedo|anda) (eso|lo|el numero|mi|la|el|todo)',
  '(en que|como) (quedo|va|anda)(?= [?]? ?$)',
  '(ya|aun|todavia) (hay|tiene|tienen|dieron|salio) (respuesta|resultado|solucion|noticia*)',
  'sigue (pendiente|en revision|en proceso|en tramite) [^.?]*\\?',
  '(any|some) (update|news)',
  '(in )?what status',
  '(mi|la) (queja|denuncia|reporte|solicitud|caso|reclamo) (ya )?(esta|fue|ha sido|quedo|aparece|sale|dice) ?(como )?(remitid*|transferid*|en tramite|en proceso|asignad*|recibid*|cerrad*|resuelt*|rechazad*|archivad*)',
  'did (they|anyone|anybody|somebody|you) (solve|go|come|fix|see) *',
  'still (no answer|in process|open|pending)',
  '311 ?\\d\\d\\d ?\\d\\d\\d ?\\d\\d\\d',
);

/** Wants something changed, whatever it asks. */
export const PROPOSES = cue(
  '(pedimos|pido|propongo|sugiero|deberian|deberia|ojala|seria (bueno|ideal)|me gustaria que)',
  '(amplien|extiendan|mejoren|agreguen|aumenten|cambien|abran)',
);

/** Asks for the telephone or address of a body. */
export const ASKS_FOR_CONTACT = cue(
  '(numero|telefono|direccion|correo) (de|del) (la |el )?(oficina|idaan|css|minsa|municipio|alcaldia|ifarhu|mitradel|acodeco|attt|asep|aaud|ensa|naturgy|policia)',
  '(me da|me das|deme|dame|paseme|pasame|regaleme|cual es|tienen|tiene|necesito|quiero) (el |un |su )?(numero|telefono|correo|whatsapp) (de|del|para)',
  '(numero|telefono|correo|whatsapp) de (atencion|contacto|servicio|informacion|reclamo*|quejas)',
  '(phone )?number (of|for) (the |customer )*',
);

/** Words that a question may be put with; without any of them, and without its sign, little is asked. */
export const ASKING_WORDS = cue(
  '(que|q|k|como|donde|adonde|cuando|cuanto*|cual|cuales|quien|quienes|si|puedo|puede|pueden|podria|podrian|hay|tienen|tiene|hacen|requisito*|horario*|costo|precio|saber|informacion|info|duda|consulta|pregunta)',
  '(how|what|where|when|which|who|can|could|do|does|is|are|need|know|whether|if)',
);

/** A question that only a requisite, an hour, a price or a way answers. */
export const ASKS_SURELY = cue(
  'requisito*',
  '(que|cuales|k) (documentos|papeles|papel|papeleria|recaudos|necesito|se necesita|hay que llevar|debo llevar|tengo que llevar|lleva|llevo|se requiere|requiere|piden)',
  '(que|q) hago para',
  '(sacar|obtener|tramitar) ... por primera vez',
  '(perdi|perdio|robaron|extravie|extravio) ... (que|q) (hago|debo hacer|tengo que hacer|se hace)',
  '(que|q) (necesito|se necesita|hace falta|hay que hacer|debo hacer|tengo que hacer) (para|si|en caso)',
  'a (que|q) hora* (abre|abren|cierra|cierran|atiende|atienden|trabajan|es|hay|empieza|pasa|llega|sale)',
  '(horario|horarios) (de|del|para|tiene|tienen|en|son|hay)',
  '(cual|que|hasta que|de que|en que) ... (horario|horarios|hora cierra*|hora atienden|hora abren)',
  '(cuanto|cuanto es lo que) (cuesta|cuestan|vale|valen|cobran por|sale|hay que pagar|se paga|es la multa|demora|tarda|tiempo)',
  'cuanto (le |les )?(debo|adeudo|tengo que pagar)',
  '(de )?cuanto es (la|el) (multa|costo|tarifa|precio|pasaje)',
  '(como|donde|adonde|a donde) (puedo|se puede|hago|se hace|saco|se saca|solicito|solicitar|tramito|tramitar|obtengo|obtener|renuevo|renovar|pago|pagar|consigo|me inscribo|aplico|calculo|voy|acudo|puedo ir|debo ir|queda|quedan|esta ubicad*|estan ubicad*|encuentro|llamo|me dirijo|pongo|presento|reporto|denuncio|agendo|cambio|inscribo|saber|tengo que ir|registro)',
  '(que|cuales) (dias|dia) (atienden|abren|trabajan|pagan|pasa|hay|recogen|vacunan)',
  '(cual|que) es el (numero|telefono|correo|requisito|procedimiento|tramite|costo|proceso)',
  '(quiero|quisiera|necesito|deseo|solicito|busco|me (pueden|puede|podria|podrian) dar) (mas )?(informacion|info|saber|orientacion)',
  '(what|which) (do i need|documents|papers|requirements|are the requirements|time|hours|days)',
  '(how|where) (can|do|should|to) (i|we|get|renew|apply|pay|request) *',
  '(how much|opening hours|business hours|office hours)',
  'como se (cuanto|cuando|si|que|donde)',
  'a que (numero|telefono|correo|oficina) (llamo|escribo|voy|puedo|debo|se|me)',
  'hay (cupo|cupos|vacuna|vacunas|curso|cursos|vacantes|feria|ferias|becas|descuento|plazas|citas) [^.?]*?\\?',
  'quien (es|seria) (el )?(encargad*|responsable|competente)',
  'hasta (que|cual) (fecha|dia|hora|mes) (puedo|se|hay|tengo|dan|reciben|pagan|esta*)',
  'hasta cuando (se (paga|puede|hace|recibe)|puedo|hay (plazo|tiempo)|reciben|dan)',
  'a que edad *',
  '(?<=^ )(la |el |las |los )?(fecha|fechas|horario|horarios|hora|horas|tarifa|tarifas|costo|precio|hours|opening hours|price|cost|fee) (de|del|para|of|for|to) *',
);

/** A question that may as well belong to a complaint. */
export const MAY_ASK = cue(
  '(cuando|desde cuando|en que fecha|que dia) (pagan|paga|sale|salen|abren|abre|empieza|empiezan|entregan|hay|es|toca|vence|comienza|inician|inicia|sera|depositan|pasan|llega|llegan|vienen)',
  '(donde|como) (es(?! posible)|se|esta|puedo|hago|veo|retiro|compro|vacunan|dan|cobran|atienden)',
  '(me|nos) (pueden|puede|podrian|podria) (decir|informar|explicar|orientar|indicar|ayudar con informacion)',
  '(informacion|info) (de|del|sobre|para|acerca)',
  '(hay|tienen|existe|dan) (algun|alguna|feria|cupo|cupos|vacuna|vacunas|curso|cursos|vacantes) ',
  '(abren|abre|atienden|atiende|cierran|cierra) (los|el|las|hoy|mañana|en) [^.?]*\\?',
  '(es cierto|es verdad|sera que|se puede|se podra|puedo) *',
  '(quien|a quien) (llamo|acudo|le toca|se encarga|atiende|puedo)',
  '(when|what) (is|are|does|do|will)',
  '(?<=(^|[.?]) )(where|who|which|what|how|when|is|are|do|does|can|may) [^.?]*\\?',
  '(?<=(^|[.?]) )(where|who|which|what) (do|does|can|is|are|to|day|days|time|papers|tests|office)',
  '(?<=(^|[.?]) )(donde|cuando|cuanto*|cual|cuales|quien|quienes|a quien|que papeles|a que) [^.?]*\\?',
  'cuando (viene|vienen|toca|deben|lo deben|reciben|es la|son las)',
  '(quien|quienes) (me |nos |le )?(puede|pueden|podria|podrian) (ayudar|orientar|decir|explicar|informar|dar)',
  'hay (algun|alguna|un|una) [^.?]*\\?',
  '(quiero|quisiera|busco|deseo|necesito) (una|un) (beca|curso|prestamo|permiso|licencia|certificado)(?= [?]? ?$)',
  'donde (me )?(apunto|verifico|consulto|anoto|compro|retiro|entrego|averiguo|denuncio|reclamo|registro|saco)',
  '(o no|o ya no|o no hace falta|o que)(?= [?]? ?$)',
  'una (pregunta|consulta|duda)',
  '(quiero|quisiera|necesito|nesecito|deseo|me toca|tengo que|debo|voy a) (sacar|tramitar|renovar|obtener|inscribir) (la|el|mi|una|un|los|a mi) *',
  '(perdi|se me perdio|extravie|se me extravio|se me vencio|se vencio) (la|mi|el) (cedula|licencia|pasaporte|carne|titulo|diploma|placa)',
  '(que|q) (hago|debo hacer|tengo que hacer)(?= [?]? ?$)',
  '(i lost|lost) my (id|cedula|licence|license|passport)',
);

/** Asks how or where something is done, whatever else it says. */
export const ASKS_HOW = cue(
  'como (lo |la |los |las |le |me |se |nos )?(?!va |esta |es |paso )[^ ]*(o|a)',
  '(donde|adonde|a donde|ante quien|a quien) (lo |la |los |las |le |me |se |nos )?(?!esta |estan |es )[^ ]*(o|a|en|an)',
  '(quien|quienes|cual|cuales|cuanto|cuantos|hay que|tiene que|tienen que|se puede|hay multa|a que edad) [^.?]*\\?',
  'que (necesito|documentos|papel|papeles|papeleria|requisitos|debo|edad|permiso|permisos|llevo|piden|promedio) [^.?]*\\?',
  '(?<!no )(puedo|puede|pueden|tengo que) [^.?]*\\?',
  '(how|where) (do|can|should) *',
  '(can|do|should|must|may) (i|we) [^.?]*\\?',
);

/** Asks, or wants to do something for which there is a procedure. */
export const SEEKS = cue(
  '[^.?]*\\?',
  '(como|donde|adonde|a donde|ante quien|a quien|con quien) (lo |la |le |me |se )?[^ ]*(o|e|en|an)',
  '(cuanto|cuanta|cuantos|cuando) [^ ]*',
  '(quiero|quisiera|necesito|nesecito|deseo|tengo que|debo|voy a|queremos|me toca|hay que|para|pa) (ir a |que me )?[^ ]+(ar|er|ir|arme|erme|irme|arlo|arla|irlo|erlo)',
  '(necesito|nesecito|quiero|quisiera|busco|deseo|requiero|ocupo|me hace falta) (un|una|el|la|mi|los|mis) *',
  '(i|we) (need|want|have|would like|wish) (to|a|an|my) *',
  '(how|where|what|when|who) (do|does|can|is|are|much|should) *',
  '(requisito*|tramite*|procedimiento*|costo|precio)',
  '(?<=^ )(sacar|renovar|tramitar|obtener) *',
);

/** Something is wrong, has lasted or should be done. */
export const COMPLAINS = cue(
  '(llevamos|llevo|tenemos|tengo|lleva|llevan|tiene|van) ... (dias|dia|semanas|semana|meses|mes|años|año|horas)',
  '(hace|desde hace|ase|ace) ... (dias|dia|semanas|semana|meses|mes|años|horas|rato)',
  'desde (ayer|anoche|el (lunes|martes|miercoles|jueves|viernes|sabado|domingo)|las|la (mañana|madrugada)|esta)',
  '(no|ni) (hay|llega|pasa|pasan|recogen|sirve|funciona|contestan|responden|vienen|viene|atienden|dan|tenemos|pagan|pagaron|han|ha|me|nos|he|aguanto|aguantamos|puedo|podemos|se puede|quieren|quiere|dejan)',
  '(nadie|nunca|tampoco) *',
  '(ya son|ya van) ... (dias|semanas|meses|años)',
  '(asi|ya) \\d+ (dias|semanas|meses)',
  '(dañad*|rot[oa]s?|tapad[oa]s?|peligros*|abandonad*|sucio|sucia|mal estado|pesim*|horrible|verguenza|abus*|maltrat*|robaron|estafaron|cobraron|botaron|cortaron|dejaron|inund*|rebosad*|apagad*|oscur*|harto|hartos|harta|cansad*|urge|urgente)',
  '(quiero|quisiera|vengo|necesito|deseo) ... (denunciar|denuncia|quejarme|queja|reclamar|reclamo|reportar|reporte|sugerir|sugerencia|proponer|propuesta|idea)',
  '(reporto|denuncio|me quejo|exijo|exigimos|solicito|solicitamos|pedimos|pido|sugiero|propongo)',
  '(arreglen|reparen|manden|envien|vengan|recojan|poden|fumiguen|limpien|hagan|pongan|construyan|instalen|asfalten)',
  '(deberian|deberia|seria bueno|felicit*|ojala)',
  '(i want to|i would like to|id like to|like to) (report|complain|denounce|suggest)',
  '(broken|dirty|without|no water|no power|overcharged|stolen|rude)',
);

/** Says that there is something to say, whatever it is. */
export const WANTS_TO_REPORT = cue(
  '(poner|hacer|presentar|interponer|reportar|registrar|abrir|levantar|meter|denunciar|quejarme|reclamar|sugerir|proponer) ... (queja|denuncia|reporte|caso|reclamo|sugerencia|propuesta|idea|problema|situacion|algo|daño)',
  '(quiero|quisiera|deseo|vengo a|necesito|tengo|kiero) ... (denunciar|denuncia|quejarme|queja|reclamar|reclamo|reportar|reporte|sugerir|sugerencia|proponer|propuesta|idea|problema)',
  '(report|complaint|complain|suggestion)',
);

export const GREETS = cue(
  'en que (me|nos|te|se|pueden|puede|puedes) (pueden |puede )?(ayudan|ayuda|ayudar|ayudarme|sirve|sirven)',
  'que (hacen|haces|puedes hacer|ofrecen)',
  '(eres|es usted|es esto|hablo con|estoy hablando con|are you|is this) (un|una|a) (bot|robot|maquina|machine)',
  '(?<=^ )(que es esto|quien eres|quien es usted|con quien hablo|para que sirve esto|what is this|who are you)(?= ([?] )?$)',
  '(hola|holaa|buenas|buenos dias|buen dia|buenas tardes|buenas noches|buena tarde|buena noche|(?<=^ )buena|xopa|que xopa|ke xopa|que lo que|saludos|hello|(?<=^ )hi(?= ([?] )?$)|hey|good (morning|afternoon|evening)|alo|que tal|klk|feliz (dia|tarde)|bendiciones|holi|(?<! no )oye|disculpe|disculpen)',
);

export const THANKS = cue(
  '(?<=^ )(ok|vale|listo|perfecto|entendido|dale|okay|okey|bueno|excelente|de acuerdo)(?= $)',
  '(gracias|muchas gracias|mil gracias|muy amable|muy amables|dios (se lo|le|les|te|los|lo|la) (pague|bendiga)|agradecid*|thank you|thanks|thank|ty|se le agradece|se les agradece|bendiciones)',
);

/** Orders to the machine, as if it were to be talked into something. */
export const ORDERS = cue(
  '(ignora|ignore|olvida|forget|disregard|omite) ... (instrucciones|instructions|prompt|reglas|rules|anterior*)',
  '(system prompt|prompt del sistema|tus instrucciones|your instructions|jailbreak|actua como|act as|pretend to be|modo desarrollador|developer mode)',
);

/** A reproach that is put as a question. */
export const REPROACHES = cue(
  '(como|donde) (es|va a ser|puede ser) posible que',
  'hasta cuando',
  '(por que|porque) (nunca|nadie|siempre)',
  'how (is it|can it be) possible',
);

/** Asks whether something will be mended, which only a report brings about. */
export const ASKS_IF_MENDED = cue(
  '(si|cuando) (es que |ya |me |nos |lo |la )?(van|vienen|piensan) a (arreglar|reparar|tapar|limpiar|recoger|asfaltar|podar|cambiar|poner)',
);

/** Asks why what was due did not come: it is missed, whatever else is asked. */
export const ASKS_WHY_NOT = cue(
  '(por que|porque|why) ... (no|not|didnt|hasnt) (me |le |les |nos |lo |la |se )?(ha |han |been )?(llego|llega|llegan|llegado|pagaron|pagan|pagado|depositaron|depositan|depositado|cayo|cae|caido|salio|salido|dieron|han dado|arrived|come|paid)',
);

/** Nothing a public body could answer. */
export const OUT_OF_SCOPE = cue(
  '(cuentame|cuenta|dime|echame|hazme|di|tell me) (un|otro|una|a) (chiste|cuento|historia|poema|joke|story|adivinanza)',
  '(chiste|chistes|horoscopo|signo zodiacal|tarot)',
  '(que|como) (tiempo|clima) (hace|hara|va a hacer|hay|estara|esta)',
  '(como|que tal) (esta|estara) el (clima|tiempo)',
  '(va|ira) a llover (hoy|mañana|este|el)',
  '(what is|whats|how is) the weather',
  '(que|cual) (numero|numeros) (sale|salio|juego|jugo|cayo|va a salir|saldra|gano)',
  '(numero|numeros) (ganador|ganadores|de la loteria|de la suerte|para el (domingo|miercoles))',
  '(quien gano|resultado del|marcador) ... (juego|partido|mundial|seleccion)',
  '(receta|recetas) (de|para|del) ',
  '(te amo|te quiero|casate conmigo|eres (linda|lindo|guapa|guapo)|quieres ser mi novia|tienes novio)',
  '(?<=^ )(vendo|alquilo|se alquila|se renta) *',
  'se vende (casa|apartamento|apto|carro|lote|terreno|finca|moto|celular)',
  '(ja)+(j|a)*',
  '(gana|gane|ganar|invierte|invierta) ... (dolares|dinero|plata) ... (desde|rapido|facil|diarios|semanales)',
  '(escribe|escribeme|write|hazme|haz) (me )?(un|una|a|el|mi|la) (codigo|code|programa|ensayo|poema|poem|essay|tarea|resumen|cancion)',
  '(capital de|quien es (el|la) (presidente|presidenta|rey|papa)|cuanto es \\d|traduce|traduceme|translate) *',
  '(bitcoin|criptomoneda*|casino|onlyfans)',
  '(numero equivocado|wrong number)',
  '(horoscope|recipe|recipes|homework)',
  '(?<=^ )(selling|venta de (bollos|tamales|comida|ropa|pasteles))',
  '(como te llamas|que edad tienes|eres humano)',
);
