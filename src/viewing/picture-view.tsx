import { useEffect, useMemo, useState } from 'react';
import { useBytes, type Viewing } from './bytes';
import { useSide } from './side';
import { TroubleNotice } from './trouble';
import { ViewerBar } from './viewer-bar';
import { ViewerWindow } from './viewer-window';
import { useSamePlace, useZoom } from './zoom';

/** An address for bytes that are on this device already; it ends with the page. */
function useBlobAddress(bytes: ArrayBuffer | null, type: string): string | null {
  const address = useMemo(
    () => (bytes ? URL.createObjectURL(new Blob([bytes], { type })) : null),
    [bytes, type],
  );
  useEffect(() => () => URL.revokeObjectURL(address ?? ''), [address]);
  return address;
}

interface PictureProps {
  address: string;
  name: string;
  onDamaged: () => void;
}

function Picture({ address, name, onDamaged }: PictureProps) {
  const { say } = useSide();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const zoom = useZoom(frame, width, 1);
  useSamePlace(frame, zoom.scale);
  return (
    <div className="viewer">
      <ViewerBar zoom={zoom} />
      <ViewerWindow ref={setFrame} name={name}>
        <img
          className="viewer-picture"
          src={address}
          alt={say('picture', { name })}
          style={{ width: width * zoom.scale || undefined }}
          onLoad={({ currentTarget }) => setWidth(currentTarget.naturalWidth)}
          onError={onDamaged}
        />
      </ViewerWindow>
    </div>
  );
}

/** A picture, drawn by the browser itself. */
export function PictureView(viewing: Viewing) {
  const { Wait } = useSide();
  const { document } = viewing;
  const { bytes, trouble, retry } = useBytes(viewing);
  const [damaged, setDamaged] = useState(false);
  const address = useBlobAddress(bytes, document.mimeType);
  const wrong = damaged ? 'damaged' : trouble;
  if (wrong) return <TroubleNotice trouble={wrong} onRetry={retry} />;
  if (!address) return <Wait />;
  return <Picture address={address} name={document.name} onDamaged={() => setDamaged(true)} />;
}
