import type { Kind } from '../cases/case.ts';
import { cue, type WeightedCues } from './cue.ts';

/** A body that is named beside these is accused, and hardly the one to deal with it. */
export const ACCUSES = cue(
  'coima*',
  'soborno*',
  'nepotismo',
  'peculado',
  'mordida',
  'bribe*',
  '(me|nos|le|les) (pide|pidio|piden|pidieron|exige|exigio|exigieron) (\\d+|unos|cien|cincuenta|veinte|diez|como)? ?(plata|dinero|dolares|balboas|palos|una propina)',
  'se (roba|roban|robo|robaron|robando) (la|el|los) (plata|dinero|fondos|cobre*)',
);

/** What tells an offence that concerns others too from one's own damage. */
export const OFFENCE_CUES: WeightedCues<Kind> = [
  ['denuncia', 1.6, ACCUSES],
  // Offences that concern others too.
  [
    'denuncia',
    1.6,
    cue(
      'coima*',
      'soborno*',
      'botellas?',
      'corrup*',
      'nepotismo',
      'peculado',
      'mordida',
      'trafico de influencias',
      'bribe*',
      'malversa*',
      'sobreprecio*',
      'sobrecosto*',
      'se roban (la|los|el) (plata|fondos|dinero)',
    ),
  ],
  [
    'denuncia',
    2,
    cue(
      '(vende|venden|vendiendo|venta de|punto de|trafica*|consumen) ... (droga|drogas|marihuana|piedra|cocaina)',
      'maltrat* ... (perro|perros|animal|animales|gato|gatos|caballo|niño|niños|menor|menores|abuel*|ancian*)',
      'maltrato animal',
      '(tala|talan|talando|tumbando|cortando) ... (arbol|arboles|bosque|mangle|manglar|monte)',
    ),
  ],
  [
    'denuncia',
    1.2,
    cue(
      'ilegal*',
      'clandestin*',
      'ilicit*',
      '(se observa|sujetos|individuos)',
      'illegal*',
      'sin (permiso|permisos|licencia|aviso|factura)',
      'contamina*',
      '(botan|echan|vierten|descargan|tiran|botando|vertiendo) ... (quimicos|aceite|desechos|caliche|rio|quebrada|mar)',
      'a menores',
      'menores de edad',
      'envenen*',
      'trabajo infantil',
      'explotacion',
      '(discrimina|discriminan|discriminaron|discriminacion|racista|racistas|racismo)',
      'por ser (negr[oa]|indigena|india|indio|mujer|gay|extranjer[oa]|venezolan[oa]|pobre|viej[oa])',
    ),
  ],
  [
    'denuncia',
    1.3,
    cue(
      '(funcionari*|empleado publico|inspector*|policia|agente|director*|alcalde|representante|jefe) ... (pide|pidio|piden|pidieron|exige|cobra|cobro|roba|usa|usando|utiliza) ... (plata|dinero|coima|carro|dolares|palos)',
      '(pide|pidio|piden|pidieron|exigio|exigen) (plata|dinero|coima|una coima|propina)',
      '(pide|piden|pidio|exige|cobra|cobran) ... (dolares|palos|balboas|plata) (para|por) (agilizar|no|hacer|dar|resolver)',
      '(nombro|nombraron|contrato|metio) a (la|el|su|sus) (esposa|esposo|cuñad[oa]|hij[oa]s?|familia|herman[oa]|prim[oa])',
      '(golpearon|golpeo|maltrataron) a',
      '(patrulla|patrullero|policia|policias|agente|linces|lince) ... (atropello|choco|arrollo|golpeo|embistio) ... (y se fue|huyo|se dio a la fuga|no paro|siguio)',
    ),
  ],
  [
    'denuncia',
    1.2,
    cue(
      'anonim*',
      'represalia*',
      'sin que sepan',
      'no (pongan|digan|den) mi nombre',
      'placa (numero )?[^ ]*\\d[^ ]*',
    ),
  ],
  [
    'denuncia',
    0.9,
    cue(
      '(precio|precios) (abusiv*|alterad*|inflad*|excesiv*)',
      '(un|una|unos|unas) (señor|señora|tipo|tipos|man|sujeto|sujetos|hombre|empresa|fabrica|camion|local|negocio|cantina) ... (esta|estan|viene|vienen|bota|vende|tiene|tira)',
      'invadi*',
      'estafan',
      'obligan',
      'falsific*',
      'adulter*',
    ),
  ],
  // One's own damage.
  [
    'queja',
    1.2,
    cue(
      'me (cobraron|cobran|cobro|vendieron|vendio|llego|llega|dejaron|dejo|deben|atendieron|botaron|despidieron|cortaron|devuelven|devolvieron|responden|contestan|dieron|dan|resuelven|dicen|cambian|estafaron|negaron|pusieron|quitaron)',
      'no me',
      'compre',
      'mi (recibo|factura|cuenta|hijo|hija|casa|sueldo|salario|liquidacion|cita|mama|abuela|abuelo|esposo|calle|beca|pago|plata|dinero)',
      'overcharged',
    ),
  ],
  [
    'queja',
    1,
    cue(
      '(llevamos|llevo|tenemos|tengo) ... (dias|dia|semanas|meses|años|horas)',
      'hace ... (dias|dia|semanas|semana|meses|mes|años|horas)',
      'desde (ayer|el|hace|anoche|la)',
      'nadie (viene|contesta|responde|resuelve|hace)',
      'por favor',
      'arreglen',
      'arreglar',
      'reparen',
      'manden',
      'envien',
      'vengan',
      'recojan',
      'poden',
      '(pueden|puede|podrian|podria) (venir|enviar|mandar|ayudar|recoger|revisar)',
      'no (deja|funciona|sirve|abre|carga|dejan)',
      'fumiguen',
      'limpien',
    ),
  ],
];
