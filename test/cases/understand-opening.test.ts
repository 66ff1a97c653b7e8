import { describe, expect, it } from 'vitest';
import { type Told, understandOpening } from '../../src/cases/understand-opening.ts';
import { route } from '../../src/catalogue/route.ts';
import { wordClassifier } from '../support/cases-desk.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const catalogue = smallCatalogue();
const deps = { catalogue, route: route(catalogue), classifier: wordClassifier() };
const understand = (description: string, more: Partial<Told> = {}) =>
  understandOpening(deps, { kind: 'queja', description, ...more });

describe('understandOpening', () => {
  it.each<[string, string, Partial<Told>, object]>([
    [
      'the description alone',
      'tubo roto en Cerro Viento',
      {},
      { serviceId: 'water_leak', holder: { agencyId: 'idaan' } },
    ],
    [
      'a place in words',
      'no pasa la basura',
      { place: { text: 'Chitré' } },
      { holder: { agencyId: 'mun_otros', districtCode: '0601' } },
    ],
    [
      'a place by names',
      'basura',
      { place: { province: 'PANAMÁ', district: 'san miguelito' } },
      { holder: { agencyId: 'aaud' }, place: { code: '0805', text: 'San Miguelito' } },
    ],
    ['a place by codes', 'basura', { place: { district: '0601' } }, { holder: { districtCode: '0601' } }],
    [
      'a service by id',
      'no sé',
      { service: 'water_bill' },
      { serviceId: 'water_bill', holder: { agencyId: 'idaan' } },
    ],
    [
      'an agency against the rule',
      'tubo roto en Cerro Viento',
      { agency: 'mop' },
      { serviceId: null, holder: { agencyId: 'mop' } },
    ],
    [
      'an agency and one of its services',
      'hueco en Cerro Viento',
      { agency: 'mop' },
      { serviceId: 'pothole' },
    ],
    [
      'an agency of one per district',
      'ruido en Chitré',
      { agency: 'mun_otros' },
      { serviceId: 'noise', holder: { districtCode: '0601' } },
    ],
    [
      'rivals that one body answers for',
      'tubo y aguas negras en Cerro Viento',
      {},
      { serviceId: 'water_leak' },
    ],
    ['no place where none is needed', 'la beca', {}, { holder: { agencyId: 'ifarhu' }, place: null }],
    [
      'words of a place nobody knows',
      'tubo roto',
      { place: { text: 'detrás de la tienda' } },
      { place: { code: null, text: 'detrás de la tienda' }, holder: { agencyId: 'idaan' } },
    ],
  ])('takes %s', (_what, description, more, wanted) => {
    expect(understand(description, more)).toMatchObject(wanted);
  });

  it.each<[string, string, Partial<Told>, string]>([
    ['nothing is understood', 'hola', {}, 'service'],
    ['two services of different bodies are as likely', 'hueco y ruido en Cerro Viento', {}, 'service'],
    ['the service is not in the catalogue', 'x', { service: 'nope' }, 'service'],
    ['the agency is not in the catalogue', 'x', { agency: 'nope' }, 'agency'],
    ['the place decides and is not known', 'basura', {}, 'place'],
    ['the place is needed and is not known', 'tubo roto', {}, 'place'],
    ['a district is needed and not known', 'ruido', { agency: 'mun_otros' }, 'place'],
    ['the place has a homonym', 'basura', { place: { text: 'El Carmen' } }, 'place'],
    ['a district does not exist', 'basura', { place: { district: 'Nowhere' } }, 'place.district'],
    [
      'a corregimiento lies elsewhere',
      'basura',
      { place: { district: 'Chitré', corregimiento: 'Belisario Frías' } },
      'place.corregimiento',
    ],
    ['an object-like name is given', 'x', { service: '__proto__' }, 'service'],
  ])('names the field when %s', (_what, description, more, field) => {
    expect(understand(description, more)).toMatchObject({ problems: [{ field }] });
  });

  it('takes an idea without a place or a holder', () => {
    expect(understand('basura', { kind: 'idea' })).toMatchObject({ serviceId: 'garbage', holder: null });
  });

  it('says which rule decided and which words', () => {
    expect(understand('tubo roto en Cerro Viento')).toMatchObject({
      reasons: ['water_leak#1', 'water_leak'],
    });
  });
});
