import path from 'node:path';
import { createUnderstanding } from '../src/app.ts';
import { PROJECT_ROOT } from '../src/config.ts';
import { quantile } from './load.ts';
import type { Figure } from './main.ts';

const MESSAGES = [
  'En la calle 3 de Cerro Viento, San Miguelito, frente a la panadería, hay un tubo roto botando agua desde el sábado',
  'No hay agua en Tocumen desde ayer',
  'la basura no pasa hace dos semanas por mi casa en Juan Díaz',
  'hay un hueco enorme en la vía principal de Arraiján, ya se dañaron tres carros',
  'quiero denunciar que un inspector pide plata en el mercado',
  'la luminaria frente a la escuela está apagada y es muy oscuro',
  'buenas tardes',
  'sí',
  'quiero hablar con una persona',
  'mis casos',
  'cómo va el caso 311-483-920-716',
  'Sugiero que pongan más bancas en el parque Omar',
  'q pasa con la luz aki en chilibre, se fue desde las 5',
  'There is no water in Bethania since Monday',
  'un perro muerto en la acera de la calle 50',
  'me cobraron de más en la factura de la luz y nadie contesta',
  'gracias',
  'el bus del metro bus no para en la parada de la 24 de Diciembre',
  'En David, Chiriquí, el hospital no tiene medicamentos para la presión',
  'ruido de una cantina hasta las 3 de la mañana en Las Cumbres',
];

/** Messages understood a second on the real configuration, and how long the slowest take. */
export async function understanding(rounds: number): Promise<Figure[]> {
  const { classifier } = await createUnderstanding(path.join(PROJECT_ROOT, 'config'));
  const took: number[] = [];
  for (let round = -20; round < rounds; round += 1) {
    for (const text of MESSAGES) {
      const began = performance.now();
      // No cache of whole messages may help.
      classifier.understand(`${text} ${round}`, { language: 'es' });
      if (round >= 0) took.push(performance.now() - began);
    }
  }
  const rate = took.length / (took.reduce((sum, ms) => sum + ms, 0) / 1_000);
  const p99 = quantile(took, 0.99);
  return [{ name: 'messages understood', value: `${Math.round(rate)}/s, p99 ${p99.toFixed(2)} ms` }];
}
