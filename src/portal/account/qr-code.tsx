import { useEffect, useState } from 'react';

/** Draws the picture with a library that is loaded only here. */
const drawn = async (text: string): Promise<string> => {
  const { toString } = await import('qrcode');
  const svg = await toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
};

/** A text as a QR code; made on this device, so that no other server ever sees it. */
export function QrCode({ text, alt }: { text: string; alt: string }) {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void drawn(text).then((src) => {
      if (!isGone) setPicture(src);
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  return <div className="qr-code">{picture && <img src={picture} alt={alt} width={220} height={220} />}</div>;
}
