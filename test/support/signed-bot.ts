import { startBotFrameworkStandIn } from './bot-framework-stand-in.ts';
import { type RunningDesk, settingsIn, startDesk } from './running-desk.ts';
import { type SigningProxy, startSigningProxy } from './signing-proxy.ts';

/** The desk on the Bot Framework, with a proxy in front of it that signs what a peer leaves unsigned. */
export interface SignedBot {
  desk: RunningDesk;
  proxy: SigningProxy;
  stop(): Promise<void>;
}

/** Starts both. */
export async function startSignedBot(): Promise<SignedBot> {
  const service = await startBotFrameworkStandIn();
  const desk = await startDesk(
    settingsIn({
      ...{ BOT_FRAMEWORK_APP_ID: service.appId, BOT_FRAMEWORK_APP_PASSWORD: service.password },
      ...{ BOT_FRAMEWORK_TENANT_ID: service.tenant, BOT_FRAMEWORK_API_URL: service.url },
    }),
  );
  const proxy = await startSigningProxy(service, `${desk.url}/channels/bot-framework/webhook`);
  return {
    ...{ desk, proxy },
    stop: async () => {
      await proxy.close();
      await desk.stop();
      await service.close();
    },
  };
}
