import { readFileSync, writeFileSync } from 'node:fs';

const kilobytes = (pid, field) =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

/** By how many MB the memory of a process rose above what it held before, at its highest while `work` ran. */
export const growth = async (pid, work) => {
  // "5" sets the highest mark back to what is held now (Linux).
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = kilobytes(pid, 'VmRSS');
  const result = await work();
  return { result, megabytes: (kilobytes(pid, 'VmHWM') - before) / 1000 };
};

export const median = (numbers) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
