import type { Draft } from '../../conversation.ts';
import type { Move, Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { declaredKind, touched } from '../absorb.ts';
import { proceed } from '../flow.ts';

const MEANS =
  /^(no |pero |perdon |disculpe )*(yo )?(lo que (yo )?(quiero|queria|paso|pasa)|quiero|queria|mi (queja|denuncia|problema) es|what i (want|mean)|i want to)\b/;
/** So surely it is another matter. */
const CLEAR = 0.8;

/** `No, lo que yo quiero es denunciar la amenaza`: another matter in the place of the one that was understood. */
export function meantInstead(scene: Scene, draft: Draft): Move | null {
  const { burst, facts } = scene;
  const [best] = facts.reading.services;
  const isOther = best !== undefined && best.p >= CLEAR && best.id !== draft.serviceId;
  if (!isOther || draft.serviceId === null || !MEANS.test(plainWords(burst.text))) return null;
  const { reasons } = facts.reading;
  const description = [...draft.description, ...burst.lines];
  const kind = declaredKind(burst.text) ?? draft.kind;
  return proceed(
    scene,
    touched(scene, { ...draft, kind, serviceId: best.id, agencyId: null, reasons, description }),
  );
}
