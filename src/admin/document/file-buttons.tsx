import { IconButton } from '@strapi/design-system';
import { Download, Eye } from '@strapi/icons';
import { useSay } from '../words';
import { useFileAccess } from './file-access';

interface FileButtonsProps {
  id: string;
  name: string;
  canView: boolean;
}

export const FileButtons = ({ id, name, canView }: FileButtonsProps) => {
  const say = useSay();
  const { preview, download } = useFileAccess();
  return (
    <>
      {canView && (
        <IconButton
          label={say('desk.document.preview', { name })}
          variant="ghost"
          onClick={() => void preview(id)}
        >
          <Eye />
        </IconButton>
      )}
      <IconButton
        label={say('desk.document.download', { name })}
        variant="ghost"
        onClick={() => void download(id, name)}
      >
        <Download />
      </IconButton>
    </>
  );
};
