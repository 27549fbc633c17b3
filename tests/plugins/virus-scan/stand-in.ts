import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StandIn {
  socket: string;
  /** Resolves when the portal's side has closed its connection. */
  hungUp: Promise<void>;
  stop(): Promise<void>;
}

/** A scanner that misbehaves the way the test says; real clamd cannot be made to. */
export async function startStandIn(behave: (connection: Socket) => void): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const socket = join(folder, 'clamd.sock');
  const open = new Set<Socket>();
  let hangUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => {
    hangUp = resolve;
  });
  const server = createServer((connection) => {
    open.add(connection);
    connection.on('error', () => undefined).on('close', hangUp);
    behave(connection);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const stop = async () => {
    for (const connection of open) connection.destroy();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  };
  return { socket, hungUp, stop };
}
