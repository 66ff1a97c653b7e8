import net from 'node:net';

/** No test may reach beyond this machine: every other connection fails with the address it wanted. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostOf(args);
  if (host && !isLoopback(host)) throw new Error(`tests may not connect to ${host}`);
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;

function hostOf(args: unknown[]): string | null {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    const options = first as { host?: string; path?: string; port?: number };
    return options.path ? null : (options.host ?? 'localhost');
  }
  return typeof args[1] === 'string' ? args[1] : null;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
