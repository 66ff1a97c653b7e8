import { wordSet } from '../../catalogue/words.ts';

// Words that say what a place's name means where it stands; all plain.

/** Articles before names. */
export const ARTICLES = wordSet('el la los las');

/** They put what happened where the name is. */
export const PLACING = wordSet(
  'en in at dentro entre ubicado ubicada ubicados situado aqui aca alla sector lugar',
);

/** Between `no` and what is denied: `no es en La Chorrera`. */
export const BEING = wordSet('es era fue queda esta son');
export const DENYING = wordSet('no not tampoco');

/** They lead past or toward it. */
export const PASSING = wordSet('por near from to hacia hasta a para cerca sobre via rumbo saliendo llegando');

/** They say where somebody came from, or with whom: seldom where the matter is. */
export const AWAY = wordSet('desde con with dice');

/** Before another place of the kind: `una parada igual a la de Penonomé`. */
export const COMPARING = wordSet('igual igualita igualito igualitas igualitos like');

/** After `de` they make a name one of another country: `Santiago de Chile`. */
export const ABROAD = wordSet('chile cuba compostela cali caballeros colombia ecuador');

/** What goes from place to place: `el bus de Calobre` says nothing of Calobre. */
export const CARS = wordSet(
  'bus buses busito busitos coaster coasters chiva chivas expreso expresos transporte ruta rutas linea vuelo vuelos flight flights asiento boleto boletos pasaje pasajes viaje van shuttle',
);

/** Ways between two places. */
export const WAYS_THERE = wordSet('camino carretera road highway drive driving tranque autopista via');
/** Before two places that something lies between. */
export const BETWEEN = wordSet('entre between');
/** Where a way begins is where one is: `saliendo de Sabanitas hacia Portobelo`. */
export const LEAVING = wordSet('salir saliendo salida leaving');

/** Waters are named after one of several places: `río Santa María`. */
export const WATERS = wordSet('rio quebrada river');

/** Who goes somewhere, before `a`: `viaja a Chitré` leaves open where the matter is. */
export const GOING = wordSet(
  'ir voy vas va van vamos iba iban viaja viajan viajar viajo viajamos baja bajan bajar bajo bajamos going go rumbo',
);

/** Before `en`: where one works is less often where the matter is than where one lives. */
export const WORKING = wordSet(
  'trabajo trabaja trabajan trabajamos trabajar trabajando estudio estudia vendo work works',
);

/** Kin and friends come from elsewhere: `mi tía de Soná`. */
export const KIN = wordSet(
  'hermana hermano prima primo tia tio abuela abuelo abuelita cuñada cuñado auntie uncle homonimo comadre compadre',
);

/** Who plays for a place. */
export const TEAMS = wordSet('arquero portero delantero pelotero bravos equipo club seleccion');

/** Before `de`, of one's way: `vengo de Calobre`. */
export const COMING = wordSet(
  'vengo venimos viene vienen vine vino vinimos vinieron viajo viajamos viaje viajan mude mudamos mudo mudaron traigo traje oriundo oriunda referido referida',
);

/** Before `de` or `en`: `nací en Soná`. What came dear in Chitré is there: `el recibo vino alto en Chitré`. */
export const BORN = wordSet('naci nacio nacido nacida nacimos born');

/** Right before a name they make another name of it: `Llano Catival` is not Cativá. */
export const HEADS = wordSet(
  'boyd nuevo nueva valle llano cerro fuerte loma lomas punta monte boca bajo salto super supermercado minisuper ferreteria panaderia farmacia joyeria financiera inversiones constructora inmobiliaria transportes taller abarroteria lavanderia muebleria comercial almacen restaurante fonda cantina cooperativa',
);

/** Who writes lives there. */
export const LIVING = wordSet(
  'vivo vivimos live living vive resido residimos reside viviendo habito moradores residentes',
);

/** Before `de`: they left there for where the matter is. */
export const LEFT = wordSet('salimos bajamos bajan bajado subimos subido cambie traia traian traigo');

/** The level a word before a name asks for. */
export const AREA_KINDS: ReadonlyMap<string, 'province' | 'district' | 'corregimiento'> = new Map([
  ['provincia', 'province'],
  ['comarca', 'province'],
  ['distrito', 'district'],
  ['municipio', 'district'],
  ['ciudad', 'district'],
  ['corregimiento', 'corregimiento'],
]);

/** Kinds of neighbourhoods. */
export const NEIGHBOURHOOD_KINDS = wordSet(
  'barriada barrio urbanizacion residencial sector comunidad reparto villa altos conjunto ph caserio poblado pueblo invasion asentamiento parcelacion lotificacion isla finca zona area',
);

/** A name right after one is the road's. */
export const ROADS = wordSet(
  'calle avenida via carretera autopista corredor boulevard bulevar bule callejon vereda tunel transversal',
);

/** `vía Calobre` leads to Calobre: no road of that name, and near it. */
export const WAYS = wordSet('via carretera');

/** Bodies named after the place they govern: weak evidence. */
export const INSTITUTIONS = wordSet(
  'municipio alcaldia policia junta gobernacion banco universidad ministerio autoridad alcalde alcaldesa gobernador gobernadora caja tribunal juzgado fiscalia bomberos camara consejo asamblea direccion regional zona diputado representante cuerpo federacion loteria republica gobierno presidente presidenta canal contraloria registro instituto empresa estacion aeropuerto liga seleccion radio diario',
);

/** With the country's name they mean the country. */
export const COUNTRY = wordSet(
  'republica gobierno presidente presidenta banco universidad canal todo toda ministerio autoridad ciudadano ciudadana bandera constitucion leyes ley pais historia registro metro camara estado loteria nacional tecnologica',
);

/** Buildings that stand in the place they are named after. */
export const FACILITIES = wordSet(
  'hospital policlinica escuela colegio salud parque mercado mercadito terminal cementerio estadio iglesia piquera cancha biblioteca clinica capps ulaps minsa plaza centro playa puerto muelle entrada cruce rotonda puente parada subestacion cuartel',
);

/** What follows is somebody's name. */
export const PERSONS = wordSet(
  'señor señora señorita sr sra don dona doctor doctora dr dra licenciado licenciada lic profesor profesora maestro maestra ingeniero ingeniera llamo llama llaman soy atentamente atte apellido vecino vecina hijo hija hermano hermana esposo esposa amigo amiga abuelo abuela tio tia primo prima mama papa firma saludos niño niña joven contra diputado diputada alcalde alcaldesa representante juez jueza jefe jefa funcionario funcionaria oficial sargento capitan teniente virgen enfermera enfermero pediatra abogado abogada psicologa comadre compadre cabo agente patron sobrino sobrina nieto nieta cuñado cuñada suegro suegra yerno nuera padre pastor medico medica',
);

/** Words of an answer that add nothing to the name of the place. */
export const FILLERS = wordSet(
  'el la los las de del en es por favor a y si ok bueno buenas hola gracias queda vivo vivimos soy resido ubicado aqui aca esta estoy donde provincia distrito corregimiento municipio ciudad comarca barrio barriada urbanizacion residencial sector comunidad panama creo seria fue lugar señor señorita calle casa numero dias tardes noches buenos',
);
