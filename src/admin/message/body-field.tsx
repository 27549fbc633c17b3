import { Box, Textarea, Typography } from '@strapi/design-system';
import type { ChangeEvent } from 'react';
import { BODY_MAX, cutMessage, messageLength } from '../../contract/message';
import { FieldBox } from '../ui/fields';
import { Notice } from '../ui/notice';
import { useSay } from '../words';

interface BodyFieldProps {
  label: string;
  minHeight: string;
  value: string;
  fault: string | undefined;
  onChange: (body: string) => void;
}

/** The text with its live counter; what goes over the limit is cut, and the reader is told (R73). */
export const BodyField = ({ label, minHeight, value, fault, onChange }: BodyFieldProps) => {
  const say = useSay();
  const length = messageLength(value);
  return (
    <Box>
      <FieldBox name="body" label={label} fault={fault} required>
        <Textarea
          value={value}
          minHeight={minHeight}
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
