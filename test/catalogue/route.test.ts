import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, HolderRule, Route, Routing, Service } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { agencyName, districtName, placeNames, route } from '../../src/catalogue/route.ts';

let catalogue: Catalogue;
let decide: Route;

beforeAll(async () => {
  catalogue = await loadCatalogue('config');
  decide = route(catalogue);
});

function service(id: string): Service {
  const found = catalogue.services.get(id);
  if (!found) throw new Error(`no service ${id}`);
  return found;
}

const at = (code: string) => ({ code });

function holderAt(id: string, code: string | null): string {
  const routing = decide(service(id), code === null ? null : at(code));
  if ('ask' in routing) return `ask ${routing.ask}`;
  const { agencyId, districtCode } = routing.holder;
  return districtCode === null ? agencyId : `${agencyId} of ${districtCode}`;
}

const ARRAIJAN = '1301';
const CHITRE = '0601';
const PANAMA = '0804';
const SAN_MIGUELITO = '0805';

describe('a body that is denounced itself', () => {
  const watched = (): Service => ({ ...service('municipal-service'), watchdog: 'antai' });

  it('is no holder of its denuncia', () => {
    const routing = decide(watched(), at(CHITRE), 'denuncia');
    expect(routing).toMatchObject({ holder: { agencyId: 'antai', districtCode: null } });
  });

  it('holds what is only a queja of it', () => {
    expect(decide(watched(), at(CHITRE), 'queja')).toMatchObject({ holder: { agencyId: 'mun_otros' } });
  });
});

describe('who is competent', () => {
  it.each([
    ['garbage-not-collected', PANAMA, 'aaud'],
    ['garbage-not-collected', SAN_MIGUELITO, 'aaud'],
    ['garbage-not-collected', '080501', 'aaud'],
    ['garbage-not-collected', ARRAIJAN, 'mun_arraijan'],
    ['garbage-not-collected', CHITRE, 'mun_otros of 0601'],
    ['bus-stop', SAN_MIGUELITO, 'mibus'],
    ['bus-stop', ARRAIJAN, 'mun_arraijan'],
    ['metrobus', PANAMA, 'mibus'],
    ['metrobus', CHITRE, 'attt'],
    ['illegal-dump', '060102', 'mun_otros of 0601'],
    ['park', PANAMA, 'mun_panama'],
    ['park', SAN_MIGUELITO, 'mun_san_miguelito'],
    ['park', '1304', 'mun_chorrera'],
    ['park', '0301', 'mun_colon'],
    ['park', '0406', 'mun_david'],
    ['junta-comunal', PANAMA, 'juntas_comunales of 0804'],
    ['neighbour-noise', CHITRE, 'juez_paz'],
    ['rural-aqueduct', CHITRE, 'junta_agua'],
    ['water-leak', SAN_MIGUELITO, 'idaan'],
    ['pothole', CHITRE, 'mop'],
    ['street-light', '0301', 'ensa'],
    ['power-outage', '0502', 'ensa'],
    ['power-outage', '1001', 'ensa'],
    ['power-outage', SAN_MIGUELITO, 'ensa'],
    ['power-outage', '080412', 'ensa'],
    ['power-outage', '080404', 'naturgy'],
    ['power-outage', ARRAIJAN, 'naturgy'],
    ['street-light', '0406', 'naturgy'],
    ['power-outage', '0102', 'naturgy'],
  ])('%s at %s is a matter of %s', (id, code, expected) => {
    expect(holderAt(id, code)).toBe(expected);
  });

  it('asks for the place only where it decides, and only until it tells', () => {
    expect(holderAt('garbage-not-collected', null)).toBe('ask place');
    expect(holderAt('garbage-not-collected', '08')).toBe('ask place');
    expect(holderAt('garbage-not-collected', '06')).toBe('ask place');
    expect(holderAt('power-outage', '06')).toBe('naturgy');
    expect(holderAt('power-outage', PANAMA)).toBe('ask place');
    expect(holderAt('water-leak', null)).toBe('idaan');
    expect(holderAt('css-appointment', '08')).toBe('css');
  });

  it('asks for the place when only words are known of it', () => {
    expect(decide(service('park'), { code: null })).toEqual({ ask: 'place' });
  });

  it('says which rule decided and why', () => {
    expect(decide(service('garbage-not-collected'), at(CHITRE))).toMatchObject({
      rule: 'garbage-not-collected#2',
      because: { es: 'fuera de Panamá y San Miguelito recoge el municipio' },
    });
    expect(decide(service('park'), at(CHITRE))).toMatchObject({ rule: 'park#1', because: null });
  });
});

describe('the order of rules', () => {
  const rules: HolderRule[] = [
    { when: { corregimientos: ['060101'] }, agency: 'idaan' },
    { when: { districts: ['0601'] }, agency: 'mop' },
    { when: { provinces: ['06'] }, agency: 'css' },
    { agency: 'minsa' },
  ];
  const decideBy = (code: string): Routing => decide({ ...service('park'), holder: rules }, at(code));

  it.each([
    ['060101', 'idaan'],
    ['060102', 'mop'],
    ['0602', 'css'],
    ['060201', 'css'],
    ['0701', 'minsa'],
  ])('takes the first that holds at %s: %s', (code, agencyId) => {
    expect(decideBy(code)).toMatchObject({ holder: { agencyId, districtCode: null } });
  });

  it.each(['', '06', '0601'])('never skips a rule that may hold at "%s"', code => {
    expect(decideBy(code)).toEqual({ ask: 'place' });
  });
});

describe('every service in every district', () => {
  it('has exactly one holder that exists, or asks where in the city', () => {
    const districts = catalogue.places.filter(({ level }) => level === 'district').map(({ code }) => code);
    expect(districts).toHaveLength(82);
    const asked = new Set<string>();
    for (const each of catalogue.services.values()) {
      for (const code of districts) {
        const routing = decide(each, at(code));
        if ('ask' in routing) asked.add(`${each.id} ${code}`);
        else expect(catalogue.agencies.has(routing.holder.agencyId), each.id).toBe(true);
      }
    }
    const power = [
      'power-outage',
      'street-light',
      'voltage',
      'pole-cable',
      'power-bill',
      'power-meter',
      'power-theft',
    ];
    expect([...asked].sort()).toEqual(power.map(id => `${id} ${PANAMA}`).sort());
  });

  it('has one holder in every corregimiento, without asking', () => {
    const codes = catalogue.places.filter(({ level }) => level === 'corregimiento').map(({ code }) => code);
    expect(codes).toHaveLength(699);
    const holderless = [...catalogue.services.values()].filter(each =>
      codes.some(code => 'ask' in decide(each, at(code))),
    );
    expect(holderless.map(({ id }) => id)).toEqual([]);
  });

  it('names the district with a body of one per district, and with no other', () => {
    for (const each of catalogue.services.values()) {
      const routing = decide(each, at('060101'));
      if ('ask' in routing) throw new Error(`${each.id} asks`);
      const { agencyId, districtCode } = routing.holder;
      const local = catalogue.agencies.get(agencyId)?.scope === 'district';
      expect(districtCode, each.id).toBe(local ? CHITRE : null);
    }
  });
});

describe('names as citizens read them', () => {
  it.each([
    ['idaan', null, 'IDAAN', 'IDAAN'],
    ['telecom', null, 'Su operadora de telecomunicaciones', 'Your telecom operator'],
    ['mun_otros', CHITRE, 'Municipio de Chitré', 'Municipality of Chitré'],
    ['mun_panama', null, 'Municipio de Panamá', 'Municipio de Panamá'],
    ['juntas_comunales', CHITRE, 'Junta comunal (Chitré)', 'Local council (Chitré)'],
    ['nobody', null, 'nobody', 'nobody'],
  ])('%s in %s', (agencyId, districtCode, es, en) => {
    expect(agencyName(catalogue, { agencyId, districtCode }, 'es')).toBe(es);
    expect(agencyName(catalogue, { agencyId, districtCode }, 'en')).toBe(en);
  });

  it('gives a place as far as its code goes', () => {
    expect(placeNames(catalogue, '08')).toEqual({ province: 'Panamá', district: null, corregimiento: null });
    expect(placeNames(catalogue, '080402')).toEqual({
      province: 'Panamá',
      district: 'Panamá',
      corregimiento: 'El Chorrillo',
    });
    expect(districtName(catalogue, '9999')).toBe('9999');
  });
});
