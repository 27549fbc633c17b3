import { useIntl } from 'react-intl';
import { addPasskey, beginPasskey } from '../second-step-api';
import { makePasskey, sendPasskey } from '../session/passkeys';
import { PasskeyNameForm } from './passkey-name';
import { atOnce, type SetUpProps } from './set-up';

/** What most people would call the thing they hold or sit at. */
const ownDevice = () =>
  window.matchMedia('(pointer: coarse)').matches ? 'passkey.name.phone' : 'passkey.name.computer';

/** A passkey is made on this device, or on one that the browser finds (B9). */
export function PasskeySetUp({ onAdded, confirmed = atOnce }: SetUpProps) {
  const intl = useIntl();
  const make = async (label: string): Promise<void> => {
    const options = await confirmed(beginPasskey);
    if (options === null) return;
    const response = await makePasskey(options);
    onAdded(await sendPasskey(addPasskey({ label, response })));
  };
  return (
    <PasskeyNameForm
      id="passkey-name"
      first={intl.formatMessage({ id: ownDevice() })}
      buttonId="passkey.set-up.button"
      send={make}
    />
  );
}
