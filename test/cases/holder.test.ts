import { describe, expect, it } from 'vitest';
import { findArea } from '../../src/cases/find-area.ts';
import { holderOf } from '../../src/cases/holder.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const catalogue = smallCatalogue();

describe('holderOf', () => {
  it.each([
    ['idaan', null, { agencyId: 'idaan', districtCode: null }],
    ['mun_panama', '0804', { agencyId: 'mun_panama', districtCode: null }],
    ['mun_otros', '0601', { agencyId: 'mun_otros', districtCode: '0601' }],
  ])('makes %s in %s a holder', (agency, district, holder) => {
    expect(holderOf(catalogue, agency, district)).toEqual({ holder });
  });

  it.each([
    ['an unknown agency', 'nope', null, 'agency'],
    ['a body of one per district without its district', 'mun_otros', null, 'district'],
    ['a district for a national body', 'idaan', '0601', 'district'],
    ['the municipality of another district', 'mun_panama', '0805', 'district'],
    ['the general municipality where there is one of its own', 'mun_otros', '0804', 'agency'],
  ])('refuses %s', (_what, agency, district, field) => {
    expect(holderOf(catalogue, agency, district)).toMatchObject({ problem: { field } });
  });
});

describe('findArea', () => {
  it.each([
    [{}, null],
    [{ province: 'panama' }, '08'],
    [{ district: 'CHITRE' }, '0601'],
    [{ province: '06', district: 'Chitré' }, '0601'],
    [{ district: 'Chitré', corregimiento: 'Chitré' }, '060101'],
  ])('finds %o as %s', (names, code) => {
    expect(findArea(catalogue, names)).toEqual({ code });
  });

  it.each([
    [{ district: 'Atlantis' }, 'district'],
    [{ province: 'Colón', district: 'Chitré' }, 'district'],
    [{ corregimiento: 'Bella Vista' }, 'corregimiento'],
  ])('names the field of %o', (names, field) => {
    expect(findArea(catalogue, names)).toMatchObject({ problem: { field } });
  });
});
