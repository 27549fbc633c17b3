import { IconButton } from '@strapi/design-system';
import { Download, Eye } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { useSay } from '../words';
import { useFileAccess } from './file-access';

interface FileButtonsProps {
  dossierId: string;
  id: string;
  name: string;
  canView: boolean;
}

export const FileButtons = ({ dossierId, id, name, canView }: FileButtonsProps) => {
  const say = useSay();
  const { download } = useFileAccess();
  return (
    <>
      {canView && (
        <IconButton
          label={say('desk.document.preview', { name })}
          variant="ghost"
          tag={NavLink}
          to={`/dossiers/${dossierId}/documents/${id}`}
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
