import { z } from 'zod';

// zod compiles schemas with `new Function` where it may; the CSP forbids that and would report each try.
// This file must be imported before any schema is made.
z.config({ jitless: true });
