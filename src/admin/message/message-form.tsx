import { Box, Flex, Textarea, Typography } from '@strapi/design-system';
import type { ChangeEvent } from 'react';
import { BODY_MAX, cutMessage, messageLength } from '../../contract/message';
import { DropZone } from '../document/drop-zone';
import { UploadList } from '../document/upload-list';
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
  const { form, original, attachments } = composer;
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
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold">
          {say('desk.message.attachments')}
        </Typography>
        <DropZone label={say('desk.message.drop')} rules={composer.rules} onFiles={composer.attach} />
        <UploadList
          uploads={attachments}
          doneText={say('desk.message.attached')}
          onDrop={(upload) => void composer.detach(upload)}
        />
      </Flex>
      {original && <QuotedMessage original={original} />}
    </FormDialog>
  );
};
