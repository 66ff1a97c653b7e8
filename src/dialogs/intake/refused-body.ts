import { plainWords } from '../../catalogue/words.ts';
import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { touched } from './absorb.ts';
import { proceed } from './flow.ts';
import { holderOfDraft } from './guess.ts';

const REFUSES =
  /\b((no (quiero|deseo|quisiera) |para )?que (esto |eso |la denuncia |la queja |mi \w+ )?no (le |la |lo |se la |se lo |se |les )*(llegue|reciban?|vean?|manden?|envien?|atiendan?|investiguen?)|no (quiero|deseo|quisiera) que (esto |eso |la denuncia |la queja |mi \w+ |el reporte )?(le |la |lo |se la |se lo |se |les )*(llegue|reciban?|vean?|manden?|envien?|atiendan?|investiguen?)|no (me )?(se )?(lo|la|le) (manden?|envien?|pasen?|den) (a|al)|(como|por que|para que) (me )?(se )?(lo|la) (van a |vas a |va a )?(mandar|enviar|mandan|envian|manda|envia) (a|al)|(don t|do not|dont) (want (it|this) )?(to )?(send|go|sent)( it| this)? (to|there)|not to the)\b/;
const POINTS = /\b(ese|esa|esos|esas|ellos|ellas|mism[oa]s?|ahi|alla|them|same|that)\b/;

/**
 * `No quiero que le llegue a la misma policía`: the body that would receive the report is refused. The ombudsman of the
 * catalogue takes it, or a person decides, and it is kept in reserve. Null: no such wish.
 */
export function refusedBody(scene: Scene, draft: Draft): Move | null {
  const plain = plainWords(scene.burst.text);
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  // Before anybody is competent, the body they point at is the one they tell of.
  const isMeant = POINTS.test(plain) || (held !== undefined && isNamed(scene, held));
  if (!REFUSES.test(plain) || !isMeant) return null;
  const { ombudsman } = scene.catalogue.centre;
  const agencyId = ombudsman === held ? null : ombudsman;
  const privacy: Draft['privacy'] = draft.privacy === 'anonymous' ? 'anonymous' : 'confidential';
  const serviceId = agencyId === null ? null : draft.serviceId;
  const declined = [...draft.declined, 'agency' as const];
  const other: Draft = { ...touched(scene, draft), agencyId, serviceId, privacy, declined, reasons: [] };
  return proceed(scene, other, say(scene, 'refused_body'));
}

function isNamed({ catalogue, burst }: Scene, id: string): boolean {
  const agency = catalogue.agencies.get(id);
  const own = contentWords([agency?.name, agency?.acronym, ...(agency?.aliases ?? [])].join(' '));
  return contentWords(burst.text).some(word => own.includes(word));
}
