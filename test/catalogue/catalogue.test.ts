import { beforeAll, describe, expect, it } from 'vitest';
import type { Agency, Catalogue, GazetteerRow, Service } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { route } from '../../src/catalogue/route.ts';
import { bareWords } from '../../src/catalogue/words.ts';

let catalogue: Catalogue;
let agencies: Agency[];
let services: Service[];

beforeAll(async () => {
  catalogue = await loadCatalogue('config');
  agencies = [...catalogue.agencies.values()];
  services = [...catalogue.services.values()];
});

describe('the public bodies', () => {
  it('are all hundred, with a share that makes up the whole', () => {
    expect(agencies).toHaveLength(100);
    const total = agencies.reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBeGreaterThan(99);
    expect(total).toBeLessThan(101);
  });

  it('are one per district where they are municipalities or local councils, and else one for the country', () => {
    const local = agencies.filter(({ scope }) => scope === 'district').map(({ id }) => id);
    expect(local.sort()).toEqual(['juntas_comunales', 'mun_otros']);
  });

  it('want to know who writes only where the law says so', () => {
    const strict = agencies.filter(({ needsIdentity }) => needsIdentity).map(({ id }) => id);
    expect(strict.sort()).toEqual(['attt', 'contraloria']);
  });

  it('have eight words of their own or more where people write most', () => {
    const heaviest = agencies.toSorted((a, b) => b.weight - a.weight).slice(0, 30);
    expect(heaviest.filter(({ words }) => words.length < 8).map(({ id }) => id)).toEqual([]);
  });

  it('have each something that can be reported to them', () => {
    const decide = route(catalogue);
    const codes = catalogue.places.filter(({ level }) => level !== 'province').map(({ code }) => code);
    const places = new Set(codes.map(code => code.slice(0, 6)));
    const reached = new Set<string>();
    for (const service of services) {
      for (const code of places) {
        const routing = decide(service, { code });
        if ('holder' in routing) reached.add(routing.holder.agencyId);
      }
    }
    expect(agencies.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('what can be reported', () => {
  it('has names, covers and words enough', () => {
    expect(services.length).toBeGreaterThanOrEqual(110);
    expect(
      services.filter(({ words }) => words.length < 10 || words.length > 100).map(({ id }) => id),
    ).toEqual([]);
    const names = services.map(({ name }) => name.es);
    expect(new Set(names).size).toBe(names.length);
    expect(services.filter(({ covers, name }) => covers.es === name.es).map(({ id }) => id)).toEqual([]);
  });

  it('shares no word between two services', () => {
    const owners = new Map<string, string>();
    for (const { id, words } of services) {
      for (const word of words) {
        expect(owners.get(bareWords(word)), word).toBeUndefined();
        owners.set(bareWords(word), id);
      }
    }
  });

  it('reaches the water company in ten ways or more', () => {
    const water = services.filter(({ holder }) => holder.some(({ agency }) => agency === 'idaan'));
    expect(water.length).toBeGreaterThanOrEqual(10);
  });

  it('takes ideas and denuncias too', () => {
    const withKind = (kind: string) => services.filter(({ kinds }) => kinds[0] === kind).length;
    expect(withKind('idea')).toBeGreaterThanOrEqual(5);
    expect(withKind('denuncia')).toBeGreaterThanOrEqual(20);
  });

  it('needs the spot wherever the holder depends on it, but for what is settled at a desk', () => {
    const decide = route(catalogue);
    const dependent = services.filter(service => 'ask' in decide(service, null));
    const spotless = dependent.filter(({ needs }) => !needs.includes('place'));
    expect(spotless.map(({ id }) => id).toSorted()).toEqual([
      'municipal-service',
      'municipal-tax',
      'power-bill',
    ]);
    // Their district is asked all the same: nobody could be competent without it, and it is enough.
    for (const service of spotless)
      expect(decide(service, { code: '0301' }), service.id).toHaveProperty('holder');
  });
});

describe('the places', () => {
  const count = (level: string): number => catalogue.places.filter(place => place.level === level).length;
  const key = ({ code, level, name }: GazetteerRow): string => `${code} ${level} ${bareWords(name)}`;

  it('are all provinces, districts and corregimientos of the census', () => {
    expect([count('province'), count('district'), count('corregimiento')]).toEqual([13, 82, 699]);
    expect(count('neighbourhood') + count('landmark')).toBeGreaterThan(1700);
  });

  it('stand once each, and in order', () => {
    const keys = catalogue.places.map(key);
    expect(keys.filter((each, index) => keys.indexOf(each) < index)).toEqual([]);
    const levels = ['province', 'district', 'corregimiento', 'neighbourhood', 'landmark'];
    const order = catalogue.places.map(({ code, level }) => `${levels.indexOf(level)} ${code}`);
    expect(order).toEqual(order.toSorted());
  });

  it('lie in Panama, those of which a point is known', () => {
    const astray = catalogue.places.filter(
      ({ lat, lon }) =>
        (lat === null) !== (lon === null) ||
        (lat !== null && lon !== null && (lat < 7 || lat > 9.8 || lon < -83.1 || lon > -77.1)),
    );
    expect(astray).toEqual([]);
  });

  it.each(['Santa Rosa', 'San Juan', 'Palmira', 'Pedregal', 'Las Lajas', 'Miraflores'])(
    'know that there is more than one %s',
    name => {
      const found = catalogue.places.filter(place => bareWords(place.name) === bareWords(name));
      expect(new Set(found.map(({ code }) => code.slice(0, 4))).size).toBeGreaterThan(1);
    },
  );

  it.each([
    ['Cerro Viento', '0805'],
    ['Brisas del Golf', '0805'],
    ['Casco Antiguo', '080401'],
    ['Albrook', '0804'],
    ['Nuevo Chorrillo', '1301'],
  ])('find %s where it is', (name, code) => {
    const found = catalogue.places.filter(place => bareWords(place.name) === bareWords(name));
    expect(found.map(place => place.code.slice(0, code.length))).toContain(code);
  });

  it('call no place by a word that means any place', () => {
    const generic = new Set([
      'el parque',
      'la iglesia',
      'hospital',
      'la playa',
      'ciudad',
      'el pueblo',
      'terminal',
    ]);
    const names = catalogue.places.flatMap(({ name, aliases }) => [name, ...aliases].map(bareWords));
    expect(names.filter(name => generic.has(name) || /^\d+$/.test(name))).toEqual([]);
  });
});
