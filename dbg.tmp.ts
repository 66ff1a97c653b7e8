import { openTold } from './test/support/play.ts';
const told = await openTold();
const t = told(...process.argv.slice(2));
console.log(t.last()?.text, JSON.stringify(t.conversation.state.draft, null, 1));
