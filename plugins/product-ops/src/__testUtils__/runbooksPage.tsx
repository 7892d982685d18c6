import { Route, Routes } from 'react-router-dom';
import { RunbooksPageEntry } from '../entry/RunbooksPageEntry';

/** The page of the runbooks of all entities, where portals have it. */
export const runbooksPage = (
  <Routes>
    <Route path="/runbooks/*" element={<RunbooksPageEntry />} />
  </Routes>
);
