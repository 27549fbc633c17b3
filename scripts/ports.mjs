import net from 'node:net';
import { PlainError } from './processes.mjs';

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** A port that nobody listens on at this moment. */
export const freePort = () => listen(0);

/** Promises that `port` is free, or throws one sentence that names the flag to choose another. */
export const requireFree = async (port, flag) => {
  try {
    await listen(port);
  } catch (error) {
    if (error.code === 'EACCES')
      throw new PlainError(`Port ${port} is reserved on this machine; choose another with ${flag}.`);
    if (error.code !== 'EADDRINUSE') throw error;
    throw new PlainError(
      `Port ${port} is taken by another program; stop it, or choose another port with ${flag}.`,
    );
  }
};
