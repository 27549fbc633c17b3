import { FormattedMessage } from 'react-intl';
import type { DossierView } from '../../contract/dossier';
import { PhoneLink } from '../firm/firm-contact';
import { Day } from '../ui/format';
import { Status } from './dossier-status';

const NextStep = ({ nextStep, nextStepOn }: Pick<DossierView, 'nextStep' | 'nextStepOn'>) =>
  nextStep && (
    <div>
      <dt>
        <FormattedMessage id="dossier.facts.next" />
      </dt>
      <dd>
        {nextStep}
        {nextStepOn && (
          <span className="fact-more">
            <FormattedMessage id="dossier.facts.expected" values={{ date: <Day on={nextStepOn} /> }} />
          </span>
        )}
      </dd>
    </div>
  );

const Contact = ({ contact }: Pick<DossierView, 'contact'>) =>
  contact && (
    <div>
      <dt>
        <FormattedMessage id="dossier.facts.contact" />
      </dt>
      <dd>
        {contact.name}
        {contact.phone && (
          <span className="fact-more">
            <PhoneLink number={contact.phone} />
          </span>
        )}
      </dd>
    </div>
  );

/** Number, status, what comes next and whom to ask (B20). */
export const DossierFacts = ({ dossier }: { dossier: DossierView }) => (
  <dl className="facts">
    <div>
      <dt>
        <FormattedMessage id="dossier.facts.number" />
      </dt>
      <dd>
        {dossier.number}
        <span className="fact-more">
          <Status status={dossier.status} />
        </span>
      </dd>
    </div>
    <NextStep nextStep={dossier.nextStep} nextStepOn={dossier.nextStepOn} />
    <Contact contact={dossier.contact} />
  </dl>
);
