import { Route, Routes } from 'react-router-dom';
import { DossierListPage } from './dossier-list-page';
import { DossierPage } from './dossier-page';

export const DossierPages = () => (
  <Routes>
    <Route index element={<DossierListPage />} />
    <Route path=":id" element={<DossierPage />} />
    <Route path=":id/:tab" element={<DossierPage />} />
    <Route path=":id/:tab/:itemId" element={<DossierPage />} />
  </Routes>
);
