const CHILD = `
  niño niña niños niñas niñito niñita bebe bebes bebecito bebecita bebito bebita hijo hija hijos hijas hijito hijita
  pelao pelaos pelaito pelaita pelaitos pelaitas pelada pelados peladito peladita chiquillo chiquilla chiquillos
  chiquillas chiquito chiquita chiquitos chiquitin criatura criaturas menor menores nieto nieta nietos nietecito
  nietecita sobrinito sobrinita infante infantes chamaquito chamaquita nene nena nenes nenas kid kids child children baby babies toddler`;

const PARTNER = `
  marido esposo esposa novio novia pareja ex exmarido exesposo exesposa exnovio exnovia expareja conyuge concubino
  husband boyfriend girlfriend partner wife`;

const PERSON = `
  mama mami mamita mamacita papa papi papito madre padre abuelo abuela abuelos abuelito abuelita abuelitos hermano
  hermana hermanito hermanita tio tia primo prima sobrino sobrina sobrinos cuñado cuñada suegro suegra yerno nuera
  padrastro madrastra familiar familiares vecino vecina vecinos vecinita amigo amiga amigos compañero compañera señor
  señora señores señorita viejito viejita viejo vieja anciano anciana ancianos hombre hombres mujer mujeres man tipo
  muchacho muchacha muchachos joven jovenes jovencito jovencita adolescente persona personas gente obrero trabajador
  trabajadores estudiante estudiantes alumno alumna turista turistas pasajero pasajeros peaton ciclista motorizado
  motociclista conductor chofer indigente adulto embarazada bañista bañistas pescador pescadores paciente maestra
  mother father mom dad mum daughter brother sister grandmother grandfather grandma grandpa neighbor neighbour
  friend man woman guy lady somebody person people uncle aunt roommate coworker passengers`;

const ATTACK = `
  matar matarme matarnos matarla matarlo matarle picar picarme acuchillar acuchillarme apuñalar apuñalarme disparar
  dispararme quemarme quemarnos cortarme degollar degollarme ahorcar ahorcarme estrangular golpear golpearme golpearla
  pegar pegarme pegarle violar violarme secuestrar secuestrarme rajar rajarme machetear machetearme envenenar linchar`;

const ATTACKING = `
  pegando pegandole golpeando golpeandola golpeandolo matando matandola matandolo apuñalando acuchillando ahorcando
  ahorcandola pateando violando linchando macheteando atacando agrediendo asaltando estrangulando maltratando picando
  amenazando cacheteando`;

const HITS = `
  pega pego pegan pegaron pegaba golpea golpeo golpean golpearon golpeaba maltrata maltrato maltratan maltrataba agrede
  agredio agreden patea pateo cachetea cacheteo ahorca ahorco empuja empujo estrangula estrangulo azota azotan azoto
  apuñalo acuchillo`;

/** What who rules over another at home does to them, short of a blow. */
const RULES = `
  grita insulta humilla ofende controla vigila cela prohibe persigue acosa jala jalonea jalo empuja zarandea escupe corre
  corrio bota boto echa echo encierra encerro asusta obliga obligo desprecia rebaja maltrata revisa esculca registra
  amenaza chantajea`;

/** What is feared. */
const FEARS = `miedo terror pavor panico`;

const THIEF = `
  ladron ladrones maleante maleantes delincuente delincuentes ratero rateros asaltante asaltantes encapuchado
  encapuchados intruso intrusos desconocido desconocidos sujeto sujetos tipo tipos man manes hombre hombres individuo
  individuos pandillero pandilleros sicario sicarios alguien someone somebody burglar burglars intruder robber robbers
  stranger thieves thief`;

const HOME = `
  casa casas casita casitas hogar rancho ranchos vivienda viviendas apartamento apartamentos cuarto cuartos habitacion
  residencia residencias barraca cabaña cocina sala recamara techo house home apartment room kitchen bedroom`;

const BUILDING = `
  edificio edificios bodega bodegas escuela colegio salon salones local locales tienda super supermercado minisuper
  fabrica hospital iglesia restaurante hotel mercado kiosko quiosco oficina oficinas gasolinera almacen deposito taller
  galera torre farmacia banco guarderia asilo ph condominio multifamiliar pasillo hallway building warehouse store school restaurant office`;

const VEHICLE = `
  carro carros auto autos vehiculo vehiculos bus buses busito busitos autobus metrobus coaster taxi taxis camion camiones
  camioneta pickup moto motos motocicleta trailer mula tractor bicicleta bici ambulancia patrulla chiva vagon metro
  sedan furgon cisterna car bus truck motorcycle taxi van`;

const WEAPON = `
  pistola pistolas revolver arma armas escopeta rifle fusil ak47 cuchillo cuchillos puñal navaja navajas machete
  machetes punzon picahielo garrote fierro molotov granada gun guns knife weapon machete`;

const POISON = `
  veneno cloro clorox lejia insecticida raticida herbicida plaguicida matarratas gramoxone paraquat kerosene kerosen
  querosene gasolina diesel tiner thinner acetona acido desinfectante mistolin desengrasante pastillas pastilla
  pildoras medicamentos medicinas blanqueador fabuloso detergente racumin pills poison bleach`;

const ANIMAL = `
  perro perros pitbull pitbulls rottweiler culebra culebras serpiente serpientes vibora boa cocodrilo cocodrilos
  lagarto caiman tiburon abejas avispas abeja avispa enjambre panal toro jabali puma jaguar mono dog dogs snake
  crocodile bees shark`;

const BODY = `
  cabeza cara brazo brazos pierna piernas mano manos dedo dedos pie pies pecho espalda cuello garganta ojo ojos barriga
  estomago nariz boca oido oidos rodilla piel cuerpo vena venas tobillo cadera head arm leg hand face neck`;

const HAPPENED = `
  mataron metieron metio entraron entro dispararon disparo asaltaron robaron quemo quemaron incendio choco chocaron
  atropello atropellaron cayo cayeron volco murio murieron mordio exploto inundo derrumbo tiraron apuñalaron balearon
  hubo fue paso ocurrio sufri sufrio tuve tuvo perdi perdimos dio dieron pego golpeo golpearon ahogo desaparecio llevo
  rompio electrocuto desmayo broke stole hit fell burned died happened was had`;

const HITTER = `
  cuñado yerno vecino papa padre padrastro hermano hermanastro hijastro sobrino tio primo marido esposo novio ex
  exmarido exesposo exnovio expareja pareja concubino señor hombre man tipo muchacho borracho viejo suegro`;

const WOMAN = `
  mujer esposa señora novia pareja mama mami madre hermana prima tia sobrina hija cuñada vecina amiga suegra nuera
  muchacha comadre ella madrastra hijastra doña compañera mujercita`;

const BEATS = `
  pega pegan pegaba pegando pegandole golpea golpean golpeaba golpeando golpeandola maltrata maltratan maltrataba
  maltratando agrede agreden cachetea patea empuja ahorca estrangula tortura azota`;

const ADULT = `
  hombre señor señora mujer man tipo adulto adulta viejo vieja marido muchacho novio novia pareja don sujeto pastor
  profesor vecino`;

const MINOR = `
  nieta nieto hija hijo hermana hermano hermanita sobrina sobrino niña niño prima primo ahijada hijastra alumna
  muchacha muchachita chiquilla pelaita pelada menor estudiante vecinita cuñada jovencita adolescente`;

const COURTING = `
  saliendo sale salia novia novio novios pareja vive viviendo vivir acuesta acostando relacion relaciones junto
  juntada enamorada embarazada amores amorios besando besa mujer marido casar casada`;

const TEACHER = `
  profesor profe maestro maestra profesora entrenador coach director pastor cura sacerdote catequista conserje
  celador portero busero colegialero instructor tutor enfermero teacher`;

const PUPIL = `
  niña niñas niño niños alumna alumnas alumno alumnos estudiante estudiantes muchachita muchachitas pelaita pelaitas
  chiquilla chiquillas menor menores hija hijas nieta nietas sobrina sobrinas hermanita hermanitas compañerita
  compañeritas hijo nieto sobrino monaguillo
  monaguillos`;

const KINSMAN = `
  abuelo padrastro papa tio primo hermano hermanastro vecino cuñado padrino novio marido esposo señor hombre man
  tipo viejo suegro yerno`;

const ELDER = `
  abuelo abuela abuelos abuelito abuelita abuelitos viejito viejita viejitos anciano anciana ancianos ancianita
  ancianito`;

const PARENT = `
  papa mama papi mami padre madre tio tia suegro suegra señor señora vecino vecina don doña pariente padrino madrina
  hermano hermana`;

/** The numbers from one to another, as ages are written. */
function ages(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).join(' ');
}

/** Words that stand for one thing in a phrase, `<person>`; separated by spaces. */
export const FAMILIES: Readonly<Record<string, string>> = {
  person: `${PERSON} ${CHILD} ${PARTNER}`,
  child: CHILD,
  partner: PARTNER,
  attack: ATTACK,
  attacking: ATTACKING,
  hits: HITS,
  rules: RULES,
  fears: FEARS,
  thief: THIEF,
  home: HOME,
  building: BUILDING,
  vehicle: VEHICLE,
  weapon: WEAPON,
  poison: POISON,
  animal: ANIMAL,
  body: BODY,
  boat: 'lancha bote panga cayuco barco yate piragua ferry kayak embarcacion velero boat',
  river: 'rio quebrada agua lodo mar marea ola olas corriente quebradas',
  wire: 'cable cables alambre alambres linea lineas tendido wire wires',
  fire: 'fuego candela llamas llamarada llamaradas incendio fire flames',
  happened: HAPPENED,
  past: 'semana semanas mes meses año años weeks months years month year week',
  me: 'me m nos',
  hitter: HITTER,
  woman: WOMAN,
  beats: BEATS,
  adult: ADULT,
  minor: MINOR,
  courting: COURTING,
  teacher: TEACHER,
  pupil: PUPIL,
  kinsman: KINSMAN,
  elder: ELDER,
  parent: PARENT,
  teens: ages(9, 17),
  grown: ages(20, 79),
  old: ages(60, 100),
  is: 'esta estan anda andan sigue siguen',
};
