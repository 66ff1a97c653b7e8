import { isNamedIn } from '../../likeness.ts';
import type { Scene } from '../../scene.ts';
import { clauses } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';
import { likelyService } from './matters-apart.ts';

/** As many words ask after something; more tell it. */
const MOST_WORDS = 12;
const ASKS_AFTER =
  /^(?:(?:si|no|ok|bueno|ah|gracias|oiga|pero|yes|but) )*(?:y (?!(?:al?|para|por|si|en|de|con|que|quien|cuando|como|cuanto) )|falta |faltan |falto |faltaron |tambien (?:falta |lo de |lo del )|and (?:the |my )|what about |(?:que hay |que paso )(?:de |del |con ))/;

const WHAT_TO_DO =
  /^y (?:yo |nosotros |uno |ahora )?(?:no )?(?:(?:lo|la|los|las|me|se) )?(?:tengo|tenemos|tiene|debo|debemos|deberia|puedo|podemos|puede|necesito|hay|hago|guardo|boto|conviene) /;

const IS_WELL =
  /\b(?:ya|se) (?:esta|estan|siente|sienten|sigue|quedo|quedaron) (?:muy |mucho )?(?:bien|mejor|tranquil[oa]s?)\b|\b(?:is|are) (?:fine|better|ok|okay) now\b/;

/**
 * `¿Y el agua?`, `falta lo del poste`: the parts of what was told that they ask after and that are of another service; none
 * when they ask after nothing of the kind.
 */
export function leftOut(
  { facts, burst }: Scene,
  told: readonly string[],
  serviceId: string | null,
): string[] {
  const plain = plainWords(burst.text);
  if (burst.choice !== null || plain.split(' ').length > MOST_WORDS || !ASKS_AFTER.test(plain)) return [];
  // `¿Y yo tengo que guardar la nevera dañada?` asks what to do, and after nothing that was left out.
  if (/[?¿]/.test(burst.text) && WHAT_TO_DO.test(plain)) return [];
  // `Gracias, y el niño ya está bien` tells how it goes.
  if (IS_WELL.test(plain)) return [];
  const parts = told.flatMap(clauses).flatMap(clause => clause.trim().split(/\s+(?:y|e|and)\s+/iu));
  return parts.filter(part => {
    if (!isNamedIn(burst.text, part)) return false;
    const means = likelyService(facts.read(part));
    return means !== null && means !== serviceId;
  });
}
