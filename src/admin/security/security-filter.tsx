import { Flex } from '@strapi/design-system';
import { SECURITY_EVENTS } from '../../contract/security-event';
import { ChoiceField, TextField } from '../ui/fields';
import { useSay } from '../words';
import { ALL, type useWishes } from './wishes';

type Wishes = ReturnType<typeof useWishes>;

const CHOICES = [ALL, ...SECURITY_EVENTS] as const;
type Choice = (typeof CHOICES)[number];

/** Which events are shown: of whom, of what kind, and from when until when. */
export const SecurityFilter = ({ wish, setWish }: Pick<Wishes, 'wish' | 'setWish'>) => {
  const say = useSay();
  const kind: Choice = CHOICES.find((choice) => choice === wish('event')) ?? ALL;
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start" paddingBottom={4}>
      <Flex flex="2 1 16rem">
        <TextField
          name="query"
          label={say('desk.security.filter.query')}
          hint={say('desk.security.filter.query-hint')}
          value={wish('query')}
          onChange={(text) => setWish('query', text)}
          fault={undefined}
        />
      </Flex>
      <Flex flex="1 1 14rem">
        <ChoiceField
          name="event"
          label={say('desk.security.filter.event')}
          value={kind}
          choices={CHOICES}
          wordOf={(choice) =>
            say(choice === ALL ? 'desk.security.filter.all' : `desk.security.event.${choice}`)
          }
          onChange={(choice) => setWish('event', choice)}
          fault={undefined}
        />
      </Flex>
      <Flex flex="1 1 9rem">
        <TextField
          name="from"
          type="date"
          label={say('desk.security.filter.from')}
          value={wish('from')}
          onChange={(day) => setWish('from', day)}
          fault={undefined}
        />
      </Flex>
      <Flex flex="1 1 9rem">
        <TextField
          name="until"
          type="date"
          label={say('desk.security.filter.until')}
          value={wish('until')}
          onChange={(day) => setWish('until', day)}
          fault={undefined}
        />
      </Flex>
    </Flex>
  );
};
