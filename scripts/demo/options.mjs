import { parseArgs } from 'node:util';
import path from 'node:path';
import { PlainError, ROOT } from '../processes.mjs';

const HELP = `npm run demo -- [--fresh] [--port 1337] [--mailbox-port 1080] [--folder .demo]

  --fresh          forget everything of the last time and begin anew
  --port           where the portal and the desk answer
  --mailbox-port   where the demo's mailbox can be read
  --folder         where the demo keeps its database, files, mails and secrets`;

const OPTIONS = {
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  port: { type: 'string', default: '1337' },
  'mailbox-port': { type: 'string', default: '1080' },
  folder: { type: 'string', default: '.demo' },
};

const portOf = (values, name) => {
  const port = Number(values[name]);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`--${name} takes a port from 1 to 65535, and "${values[name]}" is none.`);
  }
  return port;
};

/** What the command line asks for; throws the help, or one sentence about what it does not understand. */
export const demoOptions = (args) => {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    throw new PlainError(`${error.message}\n\n${HELP}`);
  }
  if (values.help) throw new PlainError(HELP);
  const [port, mailboxPort] = [portOf(values, 'port'), portOf(values, 'mailbox-port')];
  if (port === mailboxPort)
    throw new PlainError(
      `The portal and the mailbox cannot share port ${port}; choose another for one of them.`,
    );
  const isUsual = values.folder === OPTIONS.folder.default;
  return {
    fresh: values.fresh,
    port,
    mailboxPort,
    folder: path.resolve(ROOT, values.folder),
    /** What begins this very demo anew. */
    anew: `npm run demo -- --fresh${isUsual ? '' : ` --folder ${values.folder}`}`,
  };
};
