import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { newRemarkSchema, type NewRemark } from '../../contract/remark';
import { useDesk } from '../api';
import { useForm, type Form } from '../ui/form';
import { useSay } from '../words';

/** A remark that is being written. */
export interface Saying {
  form: Form<NewRemark>;
  /** Counts up with every remark sent, for lists that show it. */
  sentCount: number;
}

/** Kept by whoever shows the remarks, so that closing them by mistake loses nothing. */
export const useSaying = (documentId: string): Saying => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const [sentCount, setSentCount] = useState(0);
  const form = useForm({
    empty: { body: '' },
    schema: newRemarkSchema,
    input: (typed): NewRemark => typed,
    send: (remark) => desk.remark(documentId, remark),
    onSent: () => {
      setSentCount((count) => count + 1);
      toggleNotification({ type: 'success', message: say('desk.remark.sent') });
    },
  });
  return { form, sentCount };
};
