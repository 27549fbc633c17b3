/** The small part of npm `clamscan` 2.4.0, which has no types of its own, that is used here. */
declare module 'clamscan' {
  interface ClamdSettings {
    socket: string | false;
    host: string | false;
    port: number | false;
    timeout: number;
    localFallback: boolean;
    bypassTest: boolean;
  }
  export default class NodeClam {
    /** Pings clamd unless `bypassTest`; rejects when there is no PONG. */
    init(options: { preference: 'clamdscan'; clamdscan: ClamdSettings }): Promise<NodeClam>;
    getVersion(): Promise<string>;
  }
}
