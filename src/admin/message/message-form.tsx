import { Box, Flex, Textarea, Typography } from '@strapi/design-system';
import type { ChangeEvent } from 'react';
import { BODY_MAX, cutMessage, messageLength } from '../../contract/message';
import { DropZone } from '../document/drop-zone';
import { UploadList } from '../document/upload-list';
import { AttachedList } from './attached-list';
import { FieldBox, TextField } from '../ui/fields';
import { FormDialog } from '../ui/form-dialog';
import { Notice } from '../ui/notice';
import { useSay } from '../words';
import type { Composer } from './composer';
import { QuotedMessage } from './quoted-message';

interface BodyFieldProps {
  value: string;
  fault: string | undefined;
  onChange: (body: string) => void;
}

/** The text with its live counter; what goes over the limit is cut, and the reader is told (R73). */
const BodyField = ({ value, fault, onChange }: BodyFieldProps) => {
  const say = useSay();
  const length = messageLength(value);
  return (
    <Box>
      <FieldBox name="body" label={say('desk.message.body')} fault={fault} required>
        <Textarea
          value={value}
          minHeight="18rem"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(cutMessage(event.target.value))}
        />
      </FieldBox>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {say('desk.message.count', { count: length, max: BODY_MAX })}
      </Typography>
      {length >= BODY_MAX && (
        <Box paddingTop={2}>
          <Notice variant="danger">{say('desk.message.full', { max: BODY_MAX })}</Notice>
        </Box>
      )}
    </Box>
  );
};

/** Writes a message, or the answer to one. */
export const MessageForm = ({ composer }: { composer: Composer }) => {
  const say = useSay();
  const { form, original } = composer;
  return (
    <FormDialog
      title={say(original ? 'desk.message.reply.title' : 'desk.message.new')}
      submitLabel={say('desk.message.send')}
      form={form}
      open={composer.open}
      onOpenChange={composer.close}
    >
      <TextField
        name="subject"
        label={say('desk.message.subject')}
        value={form.values.subject}
        fault={form.faultOf('subject')}
        onChange={(subject) => form.change({ subject })}
        required
      />
      <BodyField
        value={form.values.body}
        fault={form.faultOf('body')}
        onChange={(body) => form.change({ body })}
      />
      <Flex
        direction="column"
        alignItems="stretch"
        gap={2}
        role="group"
        aria-labelledby="attachments-title"
        tabIndex={-1}
        data-uploads
      >
        <Typography variant="pi" fontWeight="bold" id="attachments-title">
          {say('desk.message.attachments')}
        </Typography>
        <DropZone label={say('desk.message.drop')} rules={composer.rules} onFiles={composer.attach} />
        <AttachedList attachments={composer.attachments} onDrop={composer.detach} />
        <UploadList uploads={composer.uploads} />
      </Flex>
      {original && <QuotedMessage original={original} />}
    </FormDialog>
  );
};
