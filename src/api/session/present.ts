import type { AccountView } from '../../contract/session';
import type { Language } from '../../contract/common';

interface Presentable {
  documentId: string;
  clientName: string;
  email: string;
  language: Language;
}

export const presentAccount = ({ documentId, clientName, email, language }: Presentable): AccountView => ({
  id: documentId,
  name: clientName,
  email,
  language,
});
