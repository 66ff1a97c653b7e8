const CHILD = `
  niño niña niños niñas niñito niñita bebe bebes bebecito bebecita hijo hija hijos hijas hijito hijita
  pelao pelaos pelaito pelaita pelaitos pelaitas pelado pelada peladito peladita chiquillo chiquilla chiquillos chiquito
  chiquita chiquitos chiquitin criatura criaturas menor menores nieto nieta nietos nietecito nietecita nietecito sobrinito
  sobrinita infante infantes recien chamaquito chamaquita bebito bebita kid kids child children baby toddler`;

const PARTNER = `
  marido esposo esposa novio novia pareja ex exmarido exesposo exesposa exnovio exnovia expareja conyuge concubino
  companero compañero husband boyfriend girlfriend partner wife`;

const PERSON = `
  ${CHILD} ${PARTNER}
  mama mami mamita mamacita papa papi papito papa madre padre abuelo abuela abuelos abuelito abuelita hermano hermana hermanito
  hermanita tio tia primo prima sobrino sobrina cuñado cuñada suegro suegra yerno nuera familiar familiares vecino vecina
  vecinos vecinita amigo amiga compañera señor señora señorita viejito viejita viejo vieja anciano anciana ancianos
  hombre mujer man tipo muchacho muchacha muchachos joven jovencito jovencita adolescente persona personas gente
  obrero trabajador trabajadores estudiante alumno alumna turista pasajero pasajeros peaton ciclista motorizado
  motociclista conductor chofer indigente abuelitos adulto embarazada bañista pescador pescadores
  mother father mom dad son daughter brother sister grandmother grandfather grandma grandpa neighbor neighbour friend
  man woman guy lady someone somebody person people uncle aunt roommate`;

const WEAPON = `
  pistola pistolas revolver arma armas escopeta rifle fusil ak47 cuchillo cuchillos puñal navaja machete machetes
  machetazo machetazos puñaladas punzon picahielo garrote bate fierro molotov granada
  gun knife weapon machete`;

const POISON = `
  veneno cloro clorox lejia insecticida raticida herbicida plaguicida matarratas gramoxone paraquat
  kerosene kerosen querosene gasolina diesel tiner thinner acetona acido desinfectante mistolin desengrasante
  pastillas pastilla pastillero pildoras medicamentos medicinas blanqueador fabuloso detergente
  pills poison bleach`;

const HOME = `
  casa casas casita casitas hogar rancho vivienda viviendas apartamento apartamentos cuarto cuartos habitacion residencia
  residencias barraca cabaña cocina sala recamara techo house home apartment room kitchen bedroom`;

const VEHICLE = `
  carro carros auto autos vehiculo vehiculos bus buses busito autobus metrobus coaster taxi taxis camion camiones
  camioneta pickup moto motos motocicleta trailer mula tractor bicicleta bici ambulancia patrulla chiva
  car bus truck motorcycle`;

/** Words that stand for one thing in a phrase, `<person>`; separated by spaces, `*` after a beginning. */
export const FAMILIES: Readonly<Record<string, string>> = {
  person: PERSON,
  child: CHILD,
  partner: PARTNER,
  weapon: WEAPON,
  poison: POISON,
  home: HOME,
  vehicle: VEHICLE,
};
