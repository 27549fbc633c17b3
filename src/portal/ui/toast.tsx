import { CircleCheck } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const SHOWN_FOR_MS = 6000;

const Toasts = createContext<(text: string) => void>(() => {});

/** Says a short confirmation; what matters beyond a moment belongs on the page. */
export const useToast = () => useContext(Toasts);

/** Holds the one live region for confirmations. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string } | null>(null);
  const say = useCallback((text: string) => setToast({ text }), []);
  useEffect(() => {
    if (!toast) return undefined;
    const timer = setTimeout(() => setToast(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <Toasts.Provider value={say}>
      {children}
      <div className="toasts" role="status">
        {toast && (
          <p className="toast">
            <CircleCheck aria-hidden="true" />
            {toast.text}
          </p>
        )}
      </div>
    </Toasts.Provider>
  );
}
