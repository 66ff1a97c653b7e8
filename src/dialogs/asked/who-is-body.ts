import type { Draft } from '../conversation.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { lines, type Move, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { whyBody } from './agency-words.ts';
import { told } from './information.ts';

/** `¿Qué es AAUD?`, `¿y ese IDAAN?`, `what does AAUD mean?`: what stands around the name. */
const ASKS =
  /^(?:(?:y|e|pero|oiga|ok|and|but) )*(?:(?:que|quien(?:es)?) (?:es|son|significa|quiere decir|cosa es)(?: (?:eso|ese|esa))?(?: de)? (?:(?:el|la|los|las) )?|(?:what|who) (?:is|are|s|does) (?:the )?)?(?<name>[\wñ]+(?: [\wñ]+){0,3}?)(?: (?:que es|quien es|que significa|mean|stands? for))?$/;

/** Who the body of a report is, in its full name, and why it is theirs; null: that is not asked. */
export function whoBodyIs(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const name = ASKS.exec(plain)?.groups?.['name'];
  const isAsked = text.includes('?') || (name !== undefined && name !== plain);
  const held = isAsked ? holderOfDraft(scene, draft) : null;
  const agency = held ? scene.catalogue.agencies.get(held.holder.agencyId) : undefined;
  if (agency === undefined || name === undefined || agency.name === agency.acronym) return null;
  if (![agency.acronym, ...agency.aliases].some(own => plainWords(own) === name)) return null;
  const who = say(scene, 'info.who_is', { agency: agency.acronym, name: agency.name });
  // Without a rule, why is no more than the name again.
  return told(scene, held?.because ? lines(who, whyBody(scene, agency, held.because)) : who);
}
