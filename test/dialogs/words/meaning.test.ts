import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../src/dialogs/words/meaning.ts';

describe('what words about a case want of it', () => {
  it.each([
    ['retirar caso 311-483-920-712', 'withdraw'],
    ['quiero anular mi reporte', 'withdraw'],
    ['cancele la queja por favor', 'withdraw'],
    ['ya no quiero el reporte', 'withdraw'],
    ['please withdraw it', 'withdraw'],
    ['ya no hace falta, cancelen', 'withdraw'],
    ['no, mejor no lo envíe', 'withdraw'],
    ['lo cerraron sin resolver', 'closed_unsolved'],
    ['me cerraron el caso y el hueco sigue ahí', 'closed_unsolved'],
    ['lo dieron por resuelto y no vino nadie', 'closed_unsolved'],
    ['quiero que reabran el caso', 'closed_unsolved'],
    ['no lo arreglaron', 'not_solved'],
    ['sigue igual', 'not_solved'],
    ['no han resuelto nada', 'not_solved'],
    ['es mentira', 'not_solved'],
    ['era en el otro Río Abajo', 'moved'],
    ['me equivoqué de dirección', 'moved'],
    ['la dirección correcta es calle 5', 'moved'],
    ['ya lo arreglaron', 'solved'],
    ['quedó resuelto, gracias', 'solved'],
    ['ya volvió la luz', 'solved'],
    ['todavía no han venido', 'goes_on'],
    ['se me olvidó decir que huele mal', 'goes_on'],
    ['ya van cinco días', 'goes_on'],
  ])('«%s»: %s', (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  it.each(['no hay agua en Pacora', 'hola', '', 'gracias', 'un tubo roto'])('«%s»: nothing', text => {
    expect(meaningOf(text)).toBeNull();
  });
});
