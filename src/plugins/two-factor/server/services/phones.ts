import { phoneNumber } from '../phone-number';

/** Phone numbers as people write them, and as text messages need them. */
export const createPhones = () => ({ read: phoneNumber });

export type Phones = ReturnType<typeof createPhones>;
