import type { Ranked, Understanding } from '../../nlu/classifier.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const TELECOM = {
  id: 'telecom-service',
  named: /\b(?:internet|telefon\w*|celular|cable|wifi|tigo|digicel|claro|mas movil|cable onda|phone)\b/,
};
/** What bills are of, and the service of each. */
const SUPPLIES: readonly { id: string; named: RegExp }[] = [
  TELECOM,
  { id: 'water-bill', named: /\b(?:aguas?|idaan|water)\b/ },
  {
    id: 'power-bill',
    named:
      /\b(?:luz|electric\w*|energia|corriente|kilovatios?|kw|ensa|naturgy|edemet|edechi|elektra|power|light)\b/,
  },
  { id: 'garbage-fee', named: /\b(?:aseo|basura|aaud|garbage|trash)\b/ },
];
const BILL = /\b(?:facturas?|recibos?|bills?|invoices?)\b/;
const CHARGES = /\b(?:cobr\w+|carg[ao]s? de mas|charg\w+)\b/;
/** What is told of hardly anything else: the telephone company is of much. */
const OF_BILLS = ['water-bill', 'power-bill', 'power-appeal', 'garbage-fee'];
/** From here on the words tell another service by themselves. */
const CLEAR = 0.5;

/** A parcel, and whose it would have to be. */
const PARCEL: readonly string[] = ['customs', 'post'];
const OF_PARCEL =
  /\b(?:aduan\w*|casillero|correos?|encomienda|import\w+|enviaron|courier|customs|parcel|post office)\b/;

/**
 * Words of a bill as they are read: of the supply that they name, and of none before they name one. A package of the telephone company is no
 * parcel.
 */
export function withBillNamed(scene: Scene): Scene {
  const { facts, burst, state } = scene;
  const before = state.draft?.description ?? [];
  const isTelecom = state.draft?.serviceId === 'telecom-service';
  const all = plainWords([...before, burst.text].join(' '));
  const of = (reading: Understanding, text: string): Understanding => {
    const services = billed(withoutParcel(reading.services, text, isTelecom), text);
    return services === reading.services ? reading : { ...reading, services };
  };
  return {
    ...scene,
    facts: {
      ...facts,
      reading: of(facts.reading, plainWords(burst.text)),
      combined: () => of(facts.combined(), all),
      read: text => of(facts.read(text), plainWords(text)),
    },
  };
}

function withoutParcel(services: Ranked[], text: string, isTelecom: boolean): Ranked[] {
  const isOfCompany = isTelecom || TELECOM.named.test(text);
  const isPackage = isOfCompany && /\b(?:paquetes?|packages?)\b/.test(text) && !OF_PARCEL.test(text);
  if (!isPackage) return services;
  return isTelecom ? led(services, TELECOM.id) : services.filter(({ id }) => !PARCEL.includes(id));
}

function billed(services: Ranked[], text: string): Ranked[] {
  const [best] = services;
  if (best === undefined || !(BILL.test(text) || CHARGES.test(text))) return services;
  const isOfBill = OF_BILLS.includes(best.id);
  const named = SUPPLIES.filter(supply => supply.named.test(text));
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    const isClear = best.p >= CLEAR && (only.id === best.id || !isOfBill);
    if (isClear) return services;
    return led(services, only.id);
  }
  // `Me llegó una factura de 87 dólares`: of what, they are asked.
  if (named.length > 0 || !isOfBill || !BILL.test(text)) return services;
  return OPEN.map((id, at) => ({ id, p: EVEN - at / 100 }));
}

function led(services: Ranked[], first: string): Ranked[] {
  const others = services.filter(({ id }) => id !== first && !PARCEL.includes(id));
  return [{ id: first, p: SURELY }, ...others.map(({ id, p }) => ({ id, p: p * FAINT }))];
}

const SURELY = 0.9;
const FAINT = 0.05;
/** What a bill may be of, each as likely as the others. */
const OPEN = ['water-bill', 'power-bill', 'telecom-service'];
const EVEN = 0.3;
