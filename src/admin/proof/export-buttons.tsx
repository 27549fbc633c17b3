import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES, languageSchema } from '../../contract/common';
import { useDesk } from '../api';
import { save } from '../document/file-access';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

/** Hands over the log: in whose language the PDF is written is for its reader, who may not be the member of staff. */
export const ExportButtons = ({ dossierId, number }: { dossierId: string; number: string }) => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  const [language, setLanguage] = useState(languageSchema.catch('en').parse(locale));
  const [sending, setSending] = useState(false);
  const exportLog = async () => {
    setSending(true);
    try {
      save(await desk.exportProof(dossierId, language), `proof-${number}.zip`);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      setSending(false);
    }
  };
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <Typography id="proof-language" textColor="neutral700">
        {say('desk.proof.export.hint')}
      </Typography>
      <Box minWidth="14rem">
        <SingleSelect
          aria-label={say('desk.client.language')}
          value={language}
          onChange={(value) => setLanguage(languageSchema.parse(value))}
        >
          {LANGUAGES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {say(`desk.language.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Button startIcon={<Download />} loading={sending} onClick={() => void exportLog()}>
        {say('desk.proof.export')}
      </Button>
    </Flex>
  );
};
