/* Packages that bring no types, as far as the tests use them. */

declare module 'pg' {
  export class Client {
    constructor(options: { connectionString: string });
    connect(): Promise<void>;
    query(statement: string): Promise<unknown>;
    end(): Promise<void>;
  }
}

declare module 'maildev/lib/mailserver' {
  export interface ReceivedMail {
    id: string;
    subject: string;
    text?: string;
    html?: string;
    headers: Record<string, string>;
    envelope: { to: { address: string }[]; from: { address: string } };
    from: { address: string; name: string }[];
  }
  interface MailServer {
    create(port: number, host: string, mailDirectory: string): void;
    listen(): Promise<void>;
    close(done: () => void): void;
    on(event: 'new', listener: (mail: ReceivedMail) => void): void;
    removeAllListeners(): void;
  }
  const mailServer: MailServer;
  export default mailServer;
}

declare module 'maildev/lib/logger' {
  const logger: {
    /** 0 says nothing. */
    setLevel(level: number): void;
  };
  export default logger;
}
