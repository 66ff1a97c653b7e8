import type { LabelledMessage } from '../../src/catalogue/training.ts';

const WRITERS = ['ana', 'beto', 'cira', 'dario', 'elsa', 'fito'];
const TEXTS: [service: string, text: string][] = [
  ['water_leak', 'la acera de mi casa es un manantial desde el lunes y nadie la tapa, todo mojado'],
  ['water_leak', 'un manantial brota frente a mi portón hace ya una semana entera, vengan a taparlo'],
  ['power_cut', 'tengo tres noches alumbrándome con velas y la nevera se me dañó, no vuelve la corriente'],
  ['power_cut', 'otra noche de velas, la nevera apagada y el abanico muerto, no vuelve la corriente'],
];

/** Six invented writers who call a leak and a power cut by words the office has not listed. */
export function labelledMessages(): LabelledMessage[] {
  return WRITERS.flatMap(author => TEXTS.map(([service, text], i) => labelled(author, i + 1, text, service)));
}

function labelled(author: string, n: number, text: string, service: string): LabelledMessage {
  return {
    ...{ id: `${author}-${n}`, author, text: `${text} (${author})`, intent: 'report', kind: 'queja' },
    ...{ agencies: [service === 'water_leak' ? 'idaan' : 'ensa'], service, district: null, emergency: null },
  };
}
