import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, and checked by axe, on machines that do other things at the same time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
