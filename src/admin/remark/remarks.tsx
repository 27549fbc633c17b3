import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback, useEffect } from 'react';
import type { DeskRemark } from '../../contract/remark';
import { useDesk } from '../api';
import { Readings } from '../document/readings';
import { useLoaded } from '../loaded';
import { BodyField } from '../message/body-field';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { NewBadge } from '../ui/new-badge';
import { Notice } from '../ui/notice';
import { useFigures, useSay } from '../words';
import type { Saying } from './saying';

const Remark = ({ remark }: { remark: DeskRemark }) => {
  const say = useSay();
  const { moment } = useFigures();
  const isOurs = remark.direction === 'from-firm';
  return (
    <Box tag="li" padding={4} hasRadius background={isOurs ? 'neutral100' : 'primary100'}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold">{remark.author}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {moment(remark.writtenAt)}
          </Typography>
          {remark.unread && <NewBadge>{say('desk.remark.unread')}</NewBadge>}
        </Flex>
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {remark.body}
        </Typography>
        {isOurs && <Readings readings={remark.readings} />}
      </Flex>
    </Box>
  );
};

const RemarkForm = ({ form }: Pick<Saying, 'form'>) => {
  const say = useSay();
  return (
    <form noValidate onSubmit={form.submit}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {form.failure && <Notice variant="danger">{form.failure}</Notice>}
        <BodyField
          label={say('desk.remark.body')}
          minHeight="8rem"
          value={form.values.body}
          fault={form.faultOf('body')}
          onChange={(body) => form.change({ body })}
        />
        <Flex justifyContent="flex-end">
          <Button type="submit" loading={form.sending}>
            {say('desk.remark.send')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};

interface RemarksProps {
  documentId: string;
  saying: Saying;
}

/** What was said about a document, and the field for a remark of one's own (R65). */
export const Remarks = ({ documentId, saying: { form, sentCount } }: RemarksProps) => {
  const say = useSay();
  const desk = useDesk();
  const thread = useLoaded(useCallback(() => desk.remarks(documentId), [desk, documentId]));
  const { reload } = thread;
  useEffect(() => {
    if (sentCount > 0) void reload();
  }, [sentCount, reload]);
  return (
    <LoadedView loaded={thread}>
      {({ remarks, abilities }) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          {remarks.length === 0 ? (
            <Empty>{say('desk.remarks.empty')}</Empty>
          ) : (
            <Flex
              tag="ul"
              direction="column"
              alignItems="stretch"
              gap={3}
              aria-label={say('desk.remarks.list')}
            >
              {remarks.map((remark) => (
                <Remark key={remark.id} remark={remark} />
              ))}
            </Flex>
          )}
          {abilities.write ? (
            <RemarkForm form={form} />
          ) : (
            <Typography textColor="neutral600">{say('desk.remarks.withdrawn')}</Typography>
          )}
        </Flex>
      )}
    </LoadedView>
  );
};
