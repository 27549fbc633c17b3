import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { firmSettingsChangeSchema, type FirmSettings } from '../../contract/firm-settings';
import { useDesk } from '../api';
import { useForm, type Form } from '../ui/form';
import { Notice } from '../ui/notice';
import { useSay } from '../words';
import { GROUPS, settingsIn, type Group } from './groups';
import { SettingPlace } from './setting-field';
import { changedIn, changeOf, typedOf, type Typed } from './typed';
import { UnsavedGuard } from './unsaved';

const GroupBox = ({ group, form }: { group: Group; form: Form<Typed> }) => {
  const say = useSay();
  const title = `settings-${group}`;
  return (
    <Box
      tag="section"
      aria-labelledby={title}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="flex-start" gap={1} paddingBottom={5}>
        <Typography tag="h2" variant="delta" id={title}>
          {say(`desk.settings.group.${group}`)}
        </Typography>
        <Typography textColor="neutral600">{say(`desk.settings.about.${group}`)}</Typography>
      </Flex>
      <Grid.Root gap={5}>
        {settingsIn(group).map((name) => (
          <SettingPlace key={name} name={name} form={form} />
        ))}
      </Grid.Root>
    </Box>
  );
};

interface SaveBarProps {
  changed: number;
  sending: boolean;
  onDiscard: () => void;
}

/** Stays in view, however far the reader has scrolled. */
const SaveBar = ({ changed, sending, onDiscard }: SaveBarProps) => {
  const say = useSay();
  return (
    <Box
      background="neutral0"
      shadow="popupShadow"
      hasRadius
      padding={4}
      style={{ position: 'sticky', bottom: '0.8rem', zIndex: 1 }}
    >
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
        <Typography role="status">{say('desk.settings.changed', { count: changed })}</Typography>
        <Flex gap={2}>
          <Button type="button" variant="tertiary" disabled={changed === 0} onClick={onDiscard}>
            {say('desk.settings.discard')}
          </Button>
          <Button type="submit" disabled={changed === 0} loading={sending}>
            {say('desk.settings.save')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};

/** Keeps what has the focus clear of the bar (WCAG 2.4.11). */
const Fields = styled.form`
  :is(input, textarea, [role='combobox']) {
    scroll-margin-bottom: 16rem;
  }
`;

/** All settings in one form; what was not touched is not sent, so that two administrators do not undo each other. */
export const SettingsForm = ({ settings }: { settings: FirmSettings }) => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const [saved, setSaved] = useState(() => typedOf(settings));
  const form: Form<Typed> = useForm({
    empty: saved,
    schema: firmSettingsChangeSchema,
    input: (typed) => changeOf(typed, saved),
    send: desk.changeSettings,
    onSent: (answer) => {
      setSaved(typedOf(answer));
      form.reset(typedOf(answer));
      toggleNotification({ type: 'success', message: say('desk.settings.saved') });
    },
  });
  const changed = changedIn(form.values, saved).length;
  return (
    <Fields noValidate onSubmit={form.submit}>
      <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
        {form.failure && <Notice variant="danger">{form.failure}</Notice>}
        {GROUPS.map((group) => (
          <GroupBox key={group} group={group} form={form} />
        ))}
        <SaveBar changed={changed} sending={form.sending} onDiscard={() => form.reset(saved)} />
      </Flex>
      <UnsavedGuard isUnsaved={changed > 0} />
    </Fields>
  );
};
