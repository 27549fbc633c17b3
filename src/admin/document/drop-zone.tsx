import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import { useRef, useState, type DragEvent } from 'react';
import type { UploadRules } from '../../contract/upload-rules';
import { useSay } from '../words';
import { UploadLimits } from './upload-rules';

interface DropZoneProps {
  /** Says what the files are for. */
  label: string;
  rules: UploadRules;
  /** Whether one file is wanted, and no more. */
  single?: boolean;
  onFiles: (files: File[]) => void;
}

/** A place to drop files on, with a button that opens the computer's own dialog. */
export const DropZone = ({ label, rules, single = false, onFiles }: DropZoneProps) => {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Box
      background={over ? 'primary100' : 'neutral100'}
      borderColor={over ? 'primary600' : 'neutral300'}
      borderStyle="dashed"
      borderWidth="1px"
      hasRadius
      padding={5}
      width="100%"
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Flex gap={4} justifyContent="center" alignItems="center" wrap="wrap">
        <CloudUpload aria-hidden width="2.4rem" height="2.4rem" fill="primary600" />
        <Typography textColor="neutral700">{label}</Typography>
        <Button variant="secondary" type="button" onClick={() => input.current?.click()}>
          {say(single ? 'desk.upload.choose-one' : 'desk.upload.choose')}
        </Button>
      </Flex>
      <UploadLimits rules={rules} />
      <input
        ref={input}
        type="file"
        multiple={!single}
        hidden
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // So that the same file can be chosen again after a refusal.
        }}
      />
    </Box>
  );
};
