const { createServer } = require('node:net');
const { setImmediate: later } = require('node:timers');
const { parentPort, workerData } = require('node:worker_threads');

const { socket, step, answer } = workerData;
const reach = (number) => {
  Atomics.store(step, 0, number);
  Atomics.notify(step, 0);
};

/** A scanner in a thread of its own: it has the first bytes (1); told that the sender stands still (2) it answers and hangs up (3). */
const server = createServer((connection) => {
  const answerAndGo = () => {
    if (Atomics.load(step, 0) < 2) return later(answerAndGo);
    connection.end(answer, () => connection.destroy());
  };
  connection.once('data', () => {
    reach(1);
    answerAndGo();
  });
  connection.once('close', () => reach(3));
});
server.listen(socket, () => parentPort.postMessage('listening'));
