import { Flex, Typography } from '@strapi/design-system';
import { DropZone } from '../document/drop-zone';
import { UploadList } from '../document/upload-list';
import { AttachedList } from './attached-list';
import { TextField } from '../ui/fields';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { BodyField } from './body-field';
import type { Composer } from './composer';
import { QuotedMessage } from './quoted-message';

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
        label={say('desk.message.body')}
        minHeight="18rem"
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
