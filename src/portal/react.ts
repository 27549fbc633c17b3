/** The first piece of the app that is run: see `main.ts`. */
export { createElement, startTransition } from 'react';
export { createRoot } from 'react-dom/client';
