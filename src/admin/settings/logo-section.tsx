import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState, type ChangeEvent } from 'react';
import { LOGO_MAX_BYTES, LOGO_TYPES } from '../../contract/firm-logo';
import { useDesk } from '../api';
import { Notice } from '../ui/notice';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};

/** What the firm has; each change is saved at once. */
const useLogo = (kept: string | null) => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [logo, setLogo] = useState(kept);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (change: () => Promise<string | null>): Promise<void> => {
    setFailure(null);
    try {
      setLogo(await change());
      toggleNotification({ type: 'success', message: say('desk.logo.saved') });
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  return {
    logo,
    failure,
    choose: (file: File) => {
      // Larger ones would not even be read by the server.
      if (file.size > LOGO_MAX_BYTES) return setFailure(say('desk.logo.too-large'));
      return void attempt(async () => (await desk.setLogo(await base64Of(file))).logo);
    },
    remove: () => void attempt(async () => (await desk.removeLogo(), null)),
  };
};

/** The firm's logo (R12), which clients see in the place of the name. */
export const LogoSection = ({ kept }: { kept: string | null }) => {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const { logo, failure, choose, remove } = useLogo(kept);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file) choose(file);
    // The same file may be chosen again.
    target.value = '';
  };
  return (
    <Box
      tag="section"
      aria-labelledby="settings-logo"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
      marginBottom={6}
    >
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography tag="h2" variant="delta" id="settings-logo">
          {say('desk.logo.title')}
        </Typography>
        <Typography textColor="neutral600">{say('desk.logo.about')}</Typography>
        {failure && <Notice variant="danger">{failure}</Notice>}
        {logo !== null && (
          <Box background="neutral100" padding={3} hasRadius>
            <img src={logo} alt={say('desk.logo.now')} style={{ maxWidth: '100%', maxHeight: '4rem' }} />
          </Box>
        )}
        <input ref={input} type="file" accept={LOGO_TYPES.join(',')} onChange={onChange} hidden />
        <Flex gap={2} wrap="wrap">
          <Button type="button" variant="secondary" onClick={() => input.current?.click()}>
            {say('desk.logo.choose')}
          </Button>
          {logo !== null && (
            <Button type="button" variant="tertiary" onClick={remove}>
              {say('desk.logo.remove')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
