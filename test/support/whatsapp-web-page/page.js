// What whatsapp-web.js 1.34.7 asks of WhatsApp Web's page, and nothing else. The server behind it plays the telephone, the
// people who write to it, and the platform. A module that is not here throws its name.
(() => {
  class Emitter {
    constructor() {
      this.heard = {};
    }
    on(names, run) {
      for (const name of names.split(' ')) {
        this.heard[name] ??= [];
        this.heard[name].push(run);
      }
    }
    once(name, run) {
      const first = (...args) => {
        this.off(name, first);
        run(...args);
      };
      this.on(name, first);
    }
    off(name, run) {
      this.heard[name] = (this.heard[name] ?? []).filter(known => known !== run);
    }
    fire(name, ...args) {
      for (const run of [...(this.heard[name] ?? [])]) run(...args);
    }
  }

  const wid = text => {
    const [user, server] = String(text?._serialized ?? text).split('@');
    return {
      ...{ user, server, _serialized: `${user}@${server}`, toString: () => `${user}@${server}` },
      ...{ isLid: () => server === 'lid', isUser: () => server === 'c.us' || server === 'lid' },
      ...{ isGroup: () => server === 'g.us', isStatus: () => user === 'status' },
    };
  };

  const ME = wid('50730000311@c.us');
  const plain = value => JSON.parse(JSON.stringify(value));

  class MsgKey {
    constructor({ to, id, fromMe = true }) {
      Object.assign(this, { fromMe, remote: to, id, _serialized: `${fromMe}_${to._serialized}_${id}` });
    }
    static async newId() {
      return `3EB0${[...crypto.getRandomValues(new Uint8Array(8))].map(n => n.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    }
  }

  class Model extends Emitter {
    constructor(fields) {
      super();
      Object.assign(this, fields);
    }
    serialize() {
      const { heard: _, msgs: __, mediaObject: ___, ...fields } = this;
      const told = plain(fields);
      // For as long as it is new the library is told of it without the id it asks for.
      if (this.isNameless && this.isNewMsg) delete told.id.id;
      return told;
    }
    unsafe() {
      return this;
    }
  }

  class Collection extends Emitter {
    constructor() {
      super();
      this.models = new Map();
    }
    get(id) {
      return this.models.get(String(id?._serialized ?? id));
    }
    async find(id) {
      return this.get(id);
    }
    async getMessagesById(ids) {
      return { messages: ids.map(id => this.get(id)).filter(Boolean) };
    }
    getModelsArray() {
      return [...this.models.values()];
    }
    add(model) {
      this.models.set(model.id._serialized, model);
      this.fire('add', model);
      return model;
    }
    set(model, fields) {
      Object.assign(model, fields);
      for (const [name, value] of Object.entries(fields)) this.fire(`change:${name}`, model, value);
      this.fire('change', model);
    }
  }

  const [Msg, Chat, Contact] = [new Collection(), new Collection(), new Collection()];
  const Socket = Object.assign(new Emitter(), { state: 'OPENING', hasSynced: false });
  const Cmd = Object.assign(new Emitter(), { refreshQR: () => post('/refresh', {}) });
  const Conn = Object.assign(new Emitter(), {
    ...{ ref: '2@first', platform: 'android', serialize: () => ({ pushname: '311', platform: 'android' }) },
  });
  const known = { lids: {}, phones: {} };
  const hanging = [];

  const post = async (path, body) => {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
    return answer.json();
  };

  function chatOf(id) {
    const chatId = wid(id);
    const found = Chat.get(chatId);
    if (found) return found;
    const msgs = new Collection();
    const chat = new Model({
      id: chatId,
      t: 0,
      unreadCount: 0,
      formattedTitle: 'x',
      mute: { expiration: 0 },
    });
    return Chat.add(Object.assign(chat, { msgs }));
  }

  // `told`: {"chat","id","fromMe","type","body","t",…} as the server keeps it.
  function messageOf(told) {
    const { chat, id, fromMe, ...fields } = told;
    const remote = wid(chat);
    const key = new MsgKey({ to: remote, id, fromMe });
    const [from, to] = fromMe ? [ME, remote] : [remote, ME];
    const model = new Model({ ack: 1, ...fields, id: key, from, to, isNewMsg: false });
    if (told.directPath) model.mediaData = { mediaStage: 'RESOLVED' };
    return model;
  }

  function keep(model) {
    const chat = chatOf(model.id.remote);
    chat.t = Math.max(chat.t, model.t);
    chat.msgs.models.set(model.id._serialized, model);
    return Msg.add(model);
  }

  async function addAndSend(chat, message) {
    const model = new Model({ ...message, type: message.type ?? 'chat' });
    const { id: key, body: text } = model;
    const { told } = await post('/sent', { chat: chat.id._serialized, id: key.id, text, t: model.t });
    if (told === 'waiting') keep(model);
    if (told === 'given_up') keep(Object.assign(model, { ack: -1 }));
    if (told === 'hang' || told === 'waiting') await new Promise(() => {});
    if (!['ok', 'unseen'].includes(told)) throw new Error(told);
    model.ack = 1;
    // What was sent is found in the page a little later than the library looks for it.
    if (told === 'unseen') setTimeout(() => keep(model), 300);
    else keep(model);
  }

  const MODULES = {
    WAWebSocketModel: { Socket },
    WAWebCmd: { Cmd },
    WAWebConnModel: { Conn },
    WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
    WAWebAltDeviceLinkingApi: {},
    WABase64: { encodeB64: bytes => btoa(String.fromCharCode(...bytes)) },
    WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: [1, 2, 3] } }) } },
    WAWebSignalStoreApi: {
      waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: [4, 5, 6] } }) },
    },
    WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'c2VjcmV0' },
    WAWebUserPrefsMeUser: { getMaybeMePnUser: () => ME, getMaybeMeLidUser: () => wid('1@lid') },
    WAWebCollections: { Msg, Chat, Contact, Blocklist: new Collection(), BusinessProfile: new Collection() },
    WAWebSyncGatingUtils: {},
    WAWebCallCollection: {},
    WAWebWidFactory: { createWid: wid, createWidFromWidLike: wid, asUserWidOrThrow: wid },
    WAWebFindChatAction: {
      findOrCreateLatestChat: async id => {
        const { told } = await post('/exists', { chat: id._serialized });
        if (told === 'no_lid') throw new Error('No LID for user');
        return told === 'ok' ? { chat: chatOf(id) } : null;
      },
    },
    WAWebStreamModel: { Stream: { markAvailable: () => {}, markUnavailable: () => {} } },
    WAWebUpdateUnreadChatAction: { sendSeen: ({ chat }) => post('/seen', { chat: chat.id._serialized }) },
    WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
    WALinkify: { findLink: () => null, findLinks: () => [] },
    WAWebMsgKey: MsgKey,
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
    WAWebSendMsgChatAction: {
      addAndSendMsgToChat: (chat, message) => {
        const sent = addAndSend(chat, message);
        return [sent, sent];
      },
    },
    WAWebChatLoadMessages: {
      loadEarlierMsgs: async ({ chat }) => {
        const { told } = await post('/earlier', { chat: chat.id._serialized });
        // One that nobody could ever settle would be collected, and that is told.
        if (told === 'hang') await new Promise(settle => hanging.push(settle));
        if (told !== 'ok') throw new Error(told);
        return [];
      },
    },
    WAWebApiContact: {
      getCurrentLid: id => known.lids[id._serialized] && wid(known.lids[id._serialized]),
      getPhoneNumber: id => known.phones[id._serialized] && wid(known.phones[id._serialized]),
    },
    WAWebQueryExistsJob: { queryWidExists: async () => null },
    WAWebDownloadManager: {
      downloadManager: {
        downloadAndMaybeDecrypt: async ({ directPath }) => {
          const answer = await fetch(directPath);
          if (!answer.ok) throw Object.assign(new Error('no file'), { status: answer.status });
          return answer.arrayBuffer();
        },
      },
    },
  };

  window.Debug = { VERSION: '2.3000.0-stand-in' };
  window.require = name => {
    if (!Object.hasOwn(MODULES, name)) throw new Error(`no module ${name}`);
    return MODULES[name];
  };

  function become(state) {
    Socket.state = state;
    Socket.fire('change:state', Socket, state);
  }

  function enter() {
    localStorage.setItem('paired', '1');
    become('CONNECTED');
    Socket.hasSynced = true;
    Socket.fire('change:hasSynced');
  }

  // A person takes longer to scan a code than the library to listen; a session that was there before is entered then too.
  function enterWhenHeard() {
    if (Socket.hasSynced) return;
    if (Socket.heard['change:hasSynced']?.length > 0) enter();
    else setTimeout(enterWhenHeard, 50);
  }

  const ORDERS = {
    ref: ({ ref }) => {
      Conn.ref = ref;
      Conn.fire('change:ref', Conn, ref);
    },
    scan: enterWhenHeard,
    add: ({ message }) => {
      if (message.lid) {
        known.lids[message.phone] = message.lid;
        known.phones[message.lid] = message.phone;
      }
      const model = messageOf(message);
      model.isNewMsg = true;
      keep(model);
      setTimeout(() => Object.assign(model, { isNewMsg: false }), 500);
    },
    ack: ({ id, ack }) => {
      const model = Msg.getModelsArray().find(({ id: key }) => key.id === id);
      if (model) Msg.set(model, { ack });
    },
    state: ({ state }) => become(state),
    logout: () => {
      localStorage.clear();
      Cmd.fire('logout');
      setTimeout(() => location.assign('/?post_logout=1'), 50);
    },
    crash: () => setTimeout(() => location.assign('/nothing'), 0),
  };

  async function obey() {
    for (let after = 0; ; ) {
      try {
        const { orders, next } = await post('/orders', { after });
        after = next;
        for (const order of orders) ORDERS[order.do](order);
      } catch {
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    }
  }

  async function start() {
    const { chats, ref } = await post('/open', {});
    Conn.ref = ref;
    for (const message of chats) keep(messageOf(message));
    const isPaired = localStorage.getItem('paired') === '1';
    become(isPaired ? 'CONNECTED' : 'UNPAIRED');
    void obey();
    if (isPaired) enterWhenHeard();
  }

  void start();
})();
