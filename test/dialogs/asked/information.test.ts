import { beforeAll, describe, expect, it } from 'vitest';
import { segments, toGsm7 } from '../../../src/channels/gsm7.ts';
import { procedureWords } from '../../../src/dialogs/asked/procedure-words.ts';
import type { View } from '../../../src/dialogs/scene.ts';
import { newState } from '../../../src/dialogs/state.ts';
import { openStage, type Stage, startTalk, type Talk } from '../../support/play.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

/** What a talk shows at last, as one text. */
const shown = (talk: Talk): string => talk.shown().join('\n');

function played(channel: 'web' | 'sms', ...texts: string[]): Talk {
  const talk = startTalk(stage, channel);
  for (const text of texts) talk.say(text);
  return talk;
}

describe('a question about a procedure', () => {
  it('says at once that nobody published how long it takes', () => {
    for (const words of [
      'cuanto demora el record policivo',
      'cuanto tiempo tiene idaan para arreglar una fuga despues que uno reporta',
    ])
      expect(shown(played('web', words))).toContain('Cuánto tarda no lo tengo confirmado.');
    expect(shown(played('web', 'que necesito para el record policivo'))).not.toContain('Cuánto tarda');
  });

  it('is answered on the web with everything known, source and date, and a person or a case is offered', () => {
    const talk = played('web', '¿qué necesito para renovar la cédula vencida?');
    expect(shown(talk)).toBe(
      `Le saluda el asistente automático del 311.
Renovación de cédula vencida. Entidad: Tribunal Electoral
Necesita:
- Cédula vencida o a menos de 6 meses de vencer
- Ir en persona a Cedulación
Costo o monto: Gratis
Dónde: En persona en el Tribunal Electoral, o en sus quioscos
Según La Estrella y Telemetro (dato de octubre de 2025). Confirme con la entidad antes de ir.
Página: www.tribunal-electoral.gob.pa
Si quiere hablar con una persona, escriba «persona». Si algo no funciona, cuénteme qué pasa y en qué lugar.`,
    );
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.asks).toBe('none');
  });

  it('is answered by text message with what fits, and the page where the rest stands', () => {
    const talk = played('sms', '¿qué necesito para los 120 a los 65?');
    const text = shown(talk);
    expect(text).toContain('65 años cumplidos y sin jubilacion');
    expect(text).toContain('y mas en www.mides.gob.pa');
    expect(text).not.toContain('Croquis');
    expect(text).toContain('Segun TVN (septiembre de 2025). Confirme antes de ir.');
    expect(text).toContain('escriba "persona"');
    expect(segments(text).count).toBeLessThanOrEqual(3);
    expect(talk.cases).toEqual([]);
  });

  it('is answered in English, on the web and by text message', () => {
    const question = 'How do I renew my driving licence?';
    const web = shown(played('web', question));
    expect(web).toContain('Renewal of a driving licence. Public body: ATTT');
    expect(web).toContain('- A sight and hearing check');
    expect(web).toContain('According to sertracen.com.pa/en/renovacion (as of 2025).');
    expect(web).toContain('Cost: I have not confirmed it');
    const sms = shown(played('sms', question));
    expect(sms).toContain('You need: An appointment at licencia.com.pa');
    expect(segments(sms).count).toBeLessThanOrEqual(3);
  });

  it('shows no cost and says so when the facts are not verified', () => {
    const text = shown(played('web', '¿cómo saco el carné de salud?'));
    expect(text).toContain('Costo: no lo tengo confirmado');
    expect(text).toContain('Es un dato sin verificar.');
    expect(text).not.toContain('Según');
  });

  it('says that the source has no date', () => {
    expect(shown(played('web', 'perdí la licencia, ¿cómo saco otra?'))).toContain(
      'Según sertracen.com.pa/duplicados (sin fecha).',
    );
  });

  it('tells hours where they are known, and that they are not where they are not', () => {
    expect(shown(played('web', '¿a qué hora abren para retirar la placa?'))).toContain(
      'de 7:00 a.m. a 6:00 p.m.',
    );
    expect(shown(played('web', '¿a qué hora abren para retirar la placa?'))).not.toContain(
      'no lo tengo confirmado',
    );
    expect(shown(played('web', '¿a qué hora abre la casa de paz?'))).toContain(
      'El horario no lo tengo confirmado.',
    );
  });

  it('is not answered with what another district does', () => {
    const text = shown(played('web', '¿dónde saco la placa en San Miguelito?'));
    expect(text).not.toContain('Arias Paredes');
    expect(text).toContain('Municipio de San Miguelito');
    expect(shown(played('web', '¿dónde saco la placa en Betania?'))).toContain('Arias Paredes');
  });
});

it.each([
  ['cuando pagan los 120 a los 65 y como hago pa meter a mi abuelita', '65 años cumplidos'],
  ['cuando pagan los 120 a los 65', 'no lo tengo confirmado'],
  ['y el paz y salvo del municipio de panama pa q me lo den q llevo', 'Municipio de Panamá'],
])('is answered by what is known of all that it asks: %s', (words, known) => {
  const talk = played('web', words);
  expect(shown(talk)).toContain(known);
  expect(talk.conversation.state.draft).toBeNull();
});

describe('a question that may be about several', () => {
  it('is answered with the nearest three, and the one chosen is told', () => {
    const talk = played('web', '¿cuánto cuesta el pasaporte?');
    expect(talk.last()?.asks).toBe('agency');
    expect(talk.last()?.choices?.map(({ value }) => value)).toEqual([
      'procedure:pasaporte_primera',
      'procedure:pasaporte_renovacion',
      'procedure:pasaporte_menor',
      'procedure:none',
    ]);
    talk.tap('Renovación');
    expect(shown(talk)).toContain('Renovación de pasaporte. Entidad: Pasaportes');
    expect(shown(talk)).toContain('escriba «persona»');
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.cases).toEqual([]);
  });

  it.each([
    ['3', 'Pasaporte de menor de edad'],
    ['renovación', 'Renovacion de pasaporte'],
    ['el de mi hijo', 'Pasaporte de menor de edad'],
    ['por primera vez', 'Pasaporte por primera vez'],
  ])('takes "%s" for one of them by text message', (answer, name) => {
    const talk = played('sms', '¿cuánto cuesta el pasaporte?', answer);
    expect(shown(talk)).toContain(name);
    expect(shown(talk)).toContain('B/.100.00');
  });

  it('takes words in English too', () => {
    const talk = played('web', 'what papers do I need for the cedula?', 'the lost one');
    expect(shown(talk)).toContain('Replacement identity card (lost, stolen or worn-out cédula).');
  });

  it('says honestly that it knows none when it is something else, and offers a person', () => {
    const talk = played('web', '¿cuánto cuesta la licencia?', 'otra cosa');
    expect(shown(talk)).toContain('Esa información no la tengo confirmada');
    expect(shown(talk)).toContain('«persona»');
    expect(talk.conversation.mode).toBe('bot');
  });

  it('gives way to a report', () => {
    const talk = played('web', '¿cuánto cuesta la licencia?', 'hay un hueco enorme en vía España, Betania');
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(talk.conversation.state.awaits?.step).not.toBe('procedure');
  });

  it('is offered in the language the talk goes on in', () => {
    const talk = played('web', '¿cuánto cuesta el pasaporte?', 'English');
    expect(talk.last()?.choices?.map(({ label }) => label)).toContain('Passport renewal');
  });
});

describe('a question in the middle of a report', () => {
  const REPORT = 'hay una fuga de agua en la calle';

  it.each(['web', 'sms'] as const)('is answered, and the pending question asked again: %s', channel => {
    const talk = played(channel, REPORT);
    expect(talk.last()?.asks).toBe('place');
    talk.say('¿cuánto cuesta el duplicado de la cédula?');
    expect(shown(talk)).toContain('B/.35.00');
    expect(shown(talk).trim().split('\n').at(-1)).toMatch(/^¿En qu[eé] lugar es\?/);
    expect(shown(talk)).not.toMatch(/persona["»]/);
    expect(talk.last()?.asks).toBe('place');
    talk.say('en Betania, calle 12');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is asked of a paper, and not of the report', () => {
    expect(shown(played('web', REPORT, '¿cuánto vale la cédula?'))).toContain('B/.35.00');
    expect(shown(played('web', REPORT, '¿cuánto cuesta?'))).toContain('no cuesta nada');
  });

  it('may need a question of its own, after which the report goes on', () => {
    const talk = played('web', REPORT, '¿cuánto cuesta la licencia?');
    expect(talk.conversation.state.awaits?.step).toBe('procedure');
    talk.tap('procedure:licencia_renovacion');
    expect(shown(talk)).toContain('Renovación de licencia');
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.draft?.description).toEqual([REPORT]);
  });
});

describe('a question about a body', () => {
  it('is answered with its telephone and who said so', () => {
    const text = shown(played('web', '¿cuál es el teléfono de la AAUD?'));
    expect(text).toContain('Teléfono: 6535-1987, 6535-1761');
    expect(text).toContain('Según Telemetro, La Prensa y TVN (febrero de 2026).');
    expect(text).not.toContain('no lo tengo confirmado');
  });

  it('is answered with a way to reach it also where no telephone and no page is known', () => {
    const text = shown(played('web', 'a que hora abre la alcaldia de la chorrera'));
    expect(text).toContain('Municipio de La Chorrera');
    expect(text).toContain('Una persona del 311 se los puede averiguar');
  });

  it('says that its hours are not known, and gives what is', () => {
    const talk = played('sms', 'a qué hora abre la oficina del idaan');
    expect(shown(talk)).toContain('no lo tengo confirmado');
    expect(shown(talk)).toContain('www.idaan.gob.pa');
    expect(segments(shown(talk)).count).toBeLessThanOrEqual(3);
    expect(talk.cases).toEqual([]);
  });
});

describe('a question nothing is known of', () => {
  it.each([
    ['web', '¿dónde compro un helicóptero?', 'prefiero no inventarla', '«persona»'],
    ['sms', '¿dónde compro un helicóptero?', 'prefiero no inventarla', '"persona"'],
    ['web', 'where can I buy a helicopter for my family?', 'rather not make it up', '“person”'],
  ] as const)('is answered so, and a person is offered: %s, %s', (channel, question, honest, offer) => {
    const talk = played(channel, question);
    expect(shown(talk)).toContain(honest);
    expect(shown(talk)).toContain(offer);
    expect(talk.cases).toEqual([]);
  });
});

describe('what is told by text message', () => {
  it.each(['es', 'en'] as const)(
    'takes at most three segments for any procedure, with the greeting: %s',
    language => {
      const view: View = { ...stage, state: newState(language), publicUrl: '' };
      const next = stage.texts.say(language, 'info.next');
      const greeting = stage.texts.say(language, 'introduction').text;
      const long = [...stage.catalogue.procedures.values()].flatMap(procedure => {
        const { short } = procedureWords(view, procedure, next);
        const { count } = segments(toGsm7(`${greeting}\n${short}`));
        return count > 3 ? [`${procedure.id} ${count}`] : [];
      });
      expect(long).toEqual([]);
    },
  );
});

describe('one of several procedures', () => {
  it('is asked for again after a further question, and told in full once it is picked', () => {
    const talk = played('sms', 'requisitos para el pasaporte', 'y cuánto cuesta');
    expect(talk.last()?.asks).toBe('agency');
    expect(shown(talk)).toContain('2. Renovacion de pasaporte');
    talk.say('2');
    expect(shown(talk)).toContain('Renovacion de pasaporte, ');
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

describe('who reports something that there is a procedure for', () => {
  it('is asked for the report', () => {
    const talk = played('web', 'es para reportar un bus que va muy rápido, placa 8B-1234');
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(shown(talk)).not.toContain('Necesita:');
  });
});

describe('a line for danger', () => {
  it.each(['donde queda la oficina del mides en Herrera?', 'horario del mides'])(
    'is no telephone of an office: %s',
    asked => {
      expect(shown(played('web', asked))).toContain('MIDES');
      expect(shown(played('web', asked))).not.toMatch(/\b147\b|6534-2546/);
    },
  );

  it('is told with its name to who asks for the telephone of who answers it, or for that line', () => {
    expect(shown(played('web', 'telefono del mides'))).not.toContain('147');
    expect(shown(played('web', 'telefono de salud mental del mides'))).toContain('147 – Salud mental');
    expect(shown(played('web', 'telefono de los bomberos'))).toContain('103 – Bomberos');
    expect(shown(played('web', 'telefono de acodeco'))).toContain('ACODECO');
  });
});

describe('a question that a card does not answer', () => {
  it('of a place that it does not name says that this is not known', () => {
    const asked = 'hola perdi la licencia, se puede sacar duplicado en chitre?';
    expect(shown(played('web', asked))).toMatch(
      /Si se hace en Chitré no lo tengo confirmado[\s\S]*Sertracen/,
    );
    expect(shown(played('web', 'perdi la licencia, se puede sacar duplicado?'))).not.toContain('Si se hace');
  });

  it('of when a payment comes is not told how one enters', () => {
    const talk = played(
      'web',
      '120 a los 65 requisitos',
      '¿y cuando vuelven a pagar? por si le toca ir de nuevo',
    );
    expect(talk.last()?.text).toContain('MIDES');
    expect(talk.last()?.text).not.toContain('Necesita:');
  });

  it('of a permit is offered no complaint', () => {
    const asked = 'cuanto se demora sacar el permiso pa poner un toldo en la acera? tengo una fonda';
    expect(shown(played('web', asked))).not.toContain('Denuncia');
  });

  it.each(['que juzgado me atiende', 'cual casa de paz me toca', 'que es casa de paz?'])(
    'of who is competent begins no report: %s',
    asked => {
      const talk = played('web', asked);
      expect(shown(talk)).toMatch(/Órgano Judicial|Casa de paz/);
      expect(talk.conversation.state.draft).toBeNull();
    },
  );
});
