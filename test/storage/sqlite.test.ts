import { storeContract } from '../contracts/store.ts';
import { storeOnDisk } from '../support/store.ts';

storeContract('sqlite', async () => (await storeOnDisk()).store);
