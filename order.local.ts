import { readFileSync, readdirSync } from 'node:fs';
import { openTold } from './test/support/play.ts';
const told = await openTold();
const texts: string[] = [];
for (const f of readdirSync('config/training').filter(f => f.endsWith('.jsonl')))
  readFileSync('config/training/' + f, 'utf8').trim().split('\n').forEach((l, i) => { if (i % 12 === 0) texts.push(JSON.parse(l).text); });
texts.push('NO HAY AGUA EN CHAME, BARRIO LAS PALMAS, VENGAN YA', 'no hay agua en chame, barrio las palmas');
const up = texts.flatMap(t => [t, t.toUpperCase()]);
const play = (t: string) => { try { const k = told(t); return JSON.stringify([k.last()?.text.replace(/311(-\d{3})+/g, ''), k.conversation.state.draft?.place ?? null]); } catch (e) { return 'ERR ' + e; } };
const one = new Map(up.map(t => [t, play(t)]));
let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const two = [...up].sort(() => rnd() - 0.5);
let n = 0;
for (const t of two) { const r = play(t); if (r !== one.get(t)) { n++; if (n < 12) console.log(t, '\n A', one.get(t)?.slice(0, 600), '\n B', r.slice(0, 600)); } }
console.log(up.length, 'differ', n);
