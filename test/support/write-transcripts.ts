import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { openStage } from './play.ts';
import { type Answered, replay } from './replay.ts';
import { readTranscripts, type Step, type Transcript } from './transcripts.ts';

/** Writes down what the bot says in every transcript; the difference is reviewed like code. */
async function write(): Promise<void> {
  const stage = await openStage();
  for (const { file, head, transcripts } of readTranscripts()) {
    const written = transcripts.map(transcript => {
      const { steps, cases, mode } = replay(stage, transcript, transcript.channel);
      return {
        ...headOf(transcript),
        talk: transcript.talk.map((step, i) => withAnswer(step, steps[i])),
        ...(cases.length > 0 ? { cases } : {}),
        ...(mode === 'bot' ? {} : { mode }),
      };
    });
    const text = written.map(one => stringify([one], { lineWidth: 0, blockQuote: 'literal' })).join('\n');
    writeFileSync(file, `${head}\n${text}`);
    process.stdout.write(`${path.basename(file)}: ${written.length}\n`);
  }
}

function headOf({ title, shows, channel, only }: Transcript): Partial<Transcript> {
  return { title, shows, channel, ...(only === undefined ? {} : { only }) };
}

function withAnswer({ bot, asks, silence, ...did }: Step, answered: Answered | undefined): Step {
  const { said = [], asks: asked = 'none', silence: why = null } = answered ?? {};
  const words = said.length === 1 ? said[0] : said;
  return {
    ...did,
    ...(words === undefined || words.length === 0 ? {} : { bot: words }),
    ...(said.length === 0 ? {} : { asks: asked }),
    ...(why === null ? {} : { silence: why }),
  };
}

await write();
