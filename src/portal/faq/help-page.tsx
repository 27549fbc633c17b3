import './help.css';
import { ChevronRight } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { FormattedMessage } from 'react-intl';
import type { Faq, FaqDevice, FaqEntry } from '../../contract/faq';
import { FirmContact } from '../firm/firm-contact';
import { useLanguage } from '../session/language';
import { useSession } from '../session/session';
import { deviceHere } from '../ui/device';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import type { TextId } from '../ui/text-id';
import { loadFaq } from './faq-api';

const Entry = ({ entry: { question, answer } }: { entry: FaqEntry }) => (
  <Disclosure className="progress">
    <Heading level={3} className="progress-heading">
      <Button slot="trigger" className="progress-button help-question">
        <ChevronRight aria-hidden="true" className="progress-arrow" />
        {question}
      </Button>
    </Heading>
    <DisclosurePanel className="progress-panel help-answer">
      {answer.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place}>{paragraph}</p>
      ))}
    </DisclosurePanel>
  </Disclosure>
);

interface Part {
  device: FaqDevice;
  title: TextId;
}

/** What concerns the device in the reader's hand comes first, what concerns another one last. */
const PARTS: Record<'computer' | 'phone', readonly Part[]> = {
  computer: [
    { device: 'all', title: 'help.general' },
    { device: 'computer', title: 'help.here.computer' },
    { device: 'phone', title: 'help.elsewhere.phone' },
  ],
  phone: [
    { device: 'all', title: 'help.general' },
    { device: 'phone', title: 'help.here.phone' },
    { device: 'computer', title: 'help.elsewhere.computer' },
  ],
};

const Entries = ({ entries }: Faq) =>
  PARTS[deviceHere() === 'computer' ? 'computer' : 'phone'].map(({ device, title }) => {
    const own = entries.filter((entry) => entry.device === device);
    return own.length === 0 ? null : (
      <section key={device} className="help-part">
        <h2>
          <FormattedMessage id={title} />
        </h2>
        {own.map((entry, place) => (
          <Entry key={place} entry={entry} />
        ))}
      </section>
    );
  });

/** R13: questions and answers, those for this device apart, and how to reach the firm. */
export function HelpPage() {
  const { language } = useLanguage();
  const { state } = useSession();
  const faq = useResource(useCallback(() => loadFaq(language), [language]));
  return (
    <div className="help">
      <PageHeading textId="help.title" />
      <Loaded resource={faq} lines={8}>
        {(value) => <Entries {...value} />}
      </Loaded>
      {state === 'in' && (
        <section className="help-part">
          <p>
            <FormattedMessage id="help.contact" />
          </p>
          <FirmContact />
        </section>
      )}
    </div>
  );
}
