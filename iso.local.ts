import { openTold } from './test/support/play.ts';
import { openStage } from './test/support/play.ts';
import { replay } from './test/support/replay.ts';
import { readTranscripts } from './test/support/transcripts.ts';
const stage = await openStage();
const told = await openTold();
const T = 'NO HAY AGUA EN CHAME, BARRIO LAS PALMAS, VENGAN YA';
const go = () => { const t = told(T); return t.last()?.asks + ' ' + JSON.stringify(t.conversation.state.draft?.place); };
console.log('first', go());
let was = go();
const chans = ['web','sms','terminal','whatsapp','whatsapp-twilio','whatsapp-web','messenger','telegram','x','bot-framework','email'] as const;
for (const tr of readTranscripts().flatMap(({ transcripts }) => transcripts)) for (const c of [tr.channel, ...(tr.only === undefined ? chans : [])]) {
  try { replay(stage, tr, c as never); } catch (e) { console.log('ERR', tr.title, String(e).slice(0, 80)); }
  const now = go(); if (now !== was) { console.log(tr.title, c, now); was = now; }
}
