import { Route, Routes } from 'react-router-dom';
import { ClientListPage } from './client-list-page';
import { ClientPage } from './client-page';

export const ClientPages = () => (
  <Routes>
    <Route index element={<ClientListPage />} />
    <Route path=":id" element={<ClientPage />} />
  </Routes>
);
