import NodeClam from 'clamscan';
import type { VirusScanConfig } from './config';
import { EICAR } from './eicar';
import type { Limits } from './limits';
import { beginScan } from './scan';
import type { UnavailableReason } from './verdict';

export type Health =
  | { status: 'ok'; version: string; limits: Limits }
  | { status: 'blind' }
  | { status: 'unavailable'; reason: UnavailableReason };

/** Asks clamd to find the test virus and tells its version and what is known of its limits; `blind` means that it answers but finds nothing. */
export async function checkHealth(config: VirusScanConfig, limits: Limits = null): Promise<Health> {
  const scan = beginScan(config);
  await scan.write(EICAR);
  const verdict = await scan.end();
  if (verdict.status === 'unavailable') return { status: 'unavailable', reason: verdict.reason };
  if (verdict.status !== 'infected') return { status: 'blind' };
  return { status: 'ok', version: await versionOf(config), limits };
}

/** Empty when clamd does not say: the version is news, not protection. */
async function versionOf(config: VirusScanConfig): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  // clamscan waits for ever when clamd answers nothing, so it never gets the last word on time.
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(''), config.connectMs);
  });
  const asked = askVersion(config).catch(() => '');
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

async function askVersion(config: VirusScanConfig): Promise<string> {
  const clam = await new NodeClam().init({
    preference: 'clamdscan',
    clamdscan: {
      socket: config.socket || false,
      host: config.host || false,
      port: config.host ? config.port : false,
      timeout: config.connectMs,
      localFallback: false,
      bypassTest: false,
    },
  });
  return (await clam.getVersion()).trim();
}
