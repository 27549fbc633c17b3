import { Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { CLIENT_KINDS, COMMUNICATIONS, type Communication } from '../../contract/client';
import { LANGUAGES, type Language } from '../../contract/common';
import { ChoiceField, TextField } from '../ui/fields';
import type { Form } from '../ui/form';
import { Notice } from '../ui/notice';
import { useSay } from '../words';

export interface TypedClient {
  number: string;
  name: string;
  kind: (typeof CLIENT_KINDS)[number];
  email: string;
  phone: string;
  language: Language;
  communication: Communication;
}

const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} alignItems="stretch">
    {children}
  </Grid.Item>
);

interface PartProps {
  form: Form<TypedClient>;
}

const TextParts = ({ form: { values, change, faultOf } }: PartProps) => {
  const say = useSay();
  const part = (name: 'number' | 'name' | 'email' | 'phone') => ({
    name,
    label: say(`desk.client.${name}`),
    value: values[name],
    fault: faultOf(name),
    required: name !== 'phone',
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <>
      <Half>
        <TextField {...part('number')} hint={say('desk.client.number.hint')} />
      </Half>
      <Half>
        <TextField {...part('name')} hint={say('desk.client.name.hint')} />
      </Half>
      <Half>
        <TextField {...part('email')} type="email" hint={say('desk.client.email.hint')} />
      </Half>
      <Half>
        <TextField {...part('phone')} type="tel" hint={say('desk.form.optional')} />
      </Half>
    </>
  );
};

const ChoiceParts = ({ form: { values, change, faultOf } }: PartProps) => {
  const say = useSay();
  return (
    <>
      <Half>
        <ChoiceField
          name="kind"
          label={say('desk.client.kind')}
          fault={faultOf('kind')}
          value={values.kind}
          choices={CLIENT_KINDS}
          wordOf={(kind) => say(`desk.kind.${kind}`)}
          onChange={(kind) => change({ kind })}
        />
      </Half>
      <Half>
        <ChoiceField
          name="language"
          label={say('desk.client.language')}
          hint={say('desk.client.language.hint')}
          fault={faultOf('language')}
          value={values.language}
          choices={LANGUAGES}
          wordOf={(language) => say(`desk.language.${language}`)}
          onChange={(language) => change({ language })}
        />
      </Half>
      <Grid.Item col={12} alignItems="stretch">
        <ChoiceField
          name="communication"
          label={say('desk.client.communication')}
          fault={faultOf('communication')}
          value={values.communication}
          choices={COMMUNICATIONS}
          wordOf={(communication) => say(`desk.communication.${communication}`)}
          onChange={(communication) => change({ communication })}
        />
      </Grid.Item>
    </>
  );
};

export const ClientFields = ({ form }: PartProps) => {
  const say = useSay();
  return (
    <>
      <TextParts form={form} />
      <ChoiceParts form={form} />
      <Grid.Item col={12}>
        <Notice variant="primary">
          {say(form.values.communication === 'portal' ? 'desk.client.consent' : 'desk.client.no-portal')}
        </Notice>
      </Grid.Item>
    </>
  );
};
