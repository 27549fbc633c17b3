/* Packages that bring no types, as far as the tests use them. */

declare module 'pg' {
  export class Client {
    constructor(options: { connectionString: string });
    connect(): Promise<void>;
    query(statement: string): Promise<unknown>;
    end(): Promise<void>;
  }
}

declare module 'smtp-server/lib/smtp-connection' {
  /** One client's line, as far as the inbox changes it. */
  export class SMTPConnection {
    init(): void;
    connectionReady(): void;
    _setListeners(done: () => void): void;
  }
}
