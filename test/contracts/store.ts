import { describe } from 'vitest';
import { backlogContract } from './store/backlog.ts';
import { beginWith, type OpenedStore } from './store/begin.ts';
import { bookmarkContract } from './store/bookmarks.ts';
import { budgetContract } from './store/budgets.ts';
import { commitContract } from './store/commit.ts';
import { inboundContract } from './store/inbound.ts';
import { incidentContract } from './store/incidents.ts';
import { leaseContract } from './store/leases.ts';
import { noticeContract } from './store/notices.ts';
import { parkedContract } from './store/parked.ts';
import { peopleContract } from './store/people.ts';
import { readContract } from './store/reads.ts';
import { receiptContract } from './store/receipts.ts';
import { sendContract } from './store/sends.ts';
import { shareContract } from './store/share.ts';
import { trafficContract } from './store/traffic.ts';
import { urgentContract } from './store/urgent.ts';

/** The promises of the Store port. Each adapter's test calls this with a way to open an empty store. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  const begin = beginWith(open);
  describe(`${name} takes messages`, () => inboundContract(begin));
  describe(`${name} commits`, () => commitContract(begin));
  describe(`${name} hands out sends`, () => sendContract(begin));
  describe(`${name} hears of sends`, () => receiptContract(begin));
  describe(`${name} hands out numbers for danger`, () => urgentContract(begin));
  describe(`${name} counts calls`, () => budgetContract(begin));
  describe(`${name} gives leases`, () => leaseContract(begin));
  describe(`${name} keeps bookmarks`, () => bookmarkContract(begin));
  describe(`${name} keeps the ledger`, () => noticeContract(begin));
  describe(`${name} knows people by what they prove`, () => peopleContract(begin));
  describe(`${name} tells of a channel`, () => trafficContract(begin));
  describe(`${name} tells what is to be done`, () => backlogContract(begin));
  describe(`${name} lists what was put aside`, () => parkedContract(begin));
  describe(`${name} answers`, () => readContract(begin));
  describe(`${name} tells apart whose work it is`, () => shareContract(begin));
  describe(`${name} joins what is one breakdown`, () => incidentContract(begin));
}
