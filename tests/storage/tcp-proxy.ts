import net from 'node:net';

/** What a line between two machines can do: carry, carry nothing more, or not be there. */
export type Weather = 'fair' | 'silent' | 'refusing';

/** A line to `target` whose weather can be changed; a change cuts what is under way. */
export const startProxy = async (target: URL) => {
  const sockets = new Set<net.Socket>();
  let weather: Weather = 'fair';
  let bytesLeft = Infinity;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const turn = (to: Weather): void => {
    weather = to;
    bytesLeft = Infinity;
    cut();
  };
  const server = net.createServer((socket) => {
    if (weather === 'refusing') return void socket.destroy();
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    if (weather === 'silent') return void socket.resume();
    const onward = net.connect(Number(target.port), target.hostname);
    sockets.add(onward);
    onward.on('error', () => socket.destroy()).on('close', () => sockets.delete(onward));
    socket.pipe(onward).pipe(socket);
    socket.on('data', ({ length }) => {
      bytesLeft -= length;
      if (bytesLeft < 0) turn('refusing');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    turn,
    /** Lets so many bytes more pass, and then nobody is there any more. */
    dieAfter(bytes: number): void {
      bytesLeft = bytes;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
};
