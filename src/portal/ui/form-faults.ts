import { useState } from 'react';

/** A field that is to be mended, and what is to be done. */
export interface FieldFault {
  fieldId: string;
  text: string;
}

export interface FormFaults {
  /** For the list above the form; what is mended leaves it. */
  list: { faults: readonly FieldFault[]; turn: number };
  /** The fault at one field, once it was told and until it is mended. */
  faultOf: (fieldId: string) => string | null;
  /** Tells the present faults; true where there are none. */
  check: () => boolean;
}

/** Tells what is wrong with a form only when its reader wants to send it. */
export function useFormFaults(present: readonly FieldFault[]): FormFaults {
  const [told, setTold] = useState<{ fieldIds: readonly string[]; turn: number }>({ fieldIds: [], turn: 0 });
  const faults = present.filter(({ fieldId }) => told.fieldIds.includes(fieldId));
  return {
    list: { faults, turn: told.turn },
    faultOf: (wanted) => faults.find(({ fieldId }) => fieldId === wanted)?.text ?? null,
    check: () => {
      setTold(({ turn }) => ({ fieldIds: present.map(({ fieldId }) => fieldId), turn: turn + 1 }));
      return present.length === 0;
    },
  };
}
