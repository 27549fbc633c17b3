import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useErrorText } from './error-text';

interface Step {
  busy: boolean;
  /** Does it, and says what it answers; or why it could not be done. */
  take: (act: () => Promise<string>) => Promise<boolean>;
}

/** One step that is taken at the desk; what is shown is loaded again afterwards, whatever became of it. */
export const useStep = (onTaken: () => void): Step => {
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const take = async (act: () => Promise<string>): Promise<boolean> => {
    setBusy(true);
    try {
      toggleNotification({ type: 'success', message: await act() });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
      return false;
    } finally {
      setBusy(false);
      onTaken();
    }
  };
  return { busy, take };
};
