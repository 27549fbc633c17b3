import { useEffect, useState } from 'react';
import type { PasswordRule } from '../../contract/password';
import type { Judgement } from '../../password/judge';

type Judge = (password: string, rule: PasswordRule) => Judgement;

/** In milliseconds: judged when the typing rests, so that nothing flickers and nobody is talked into. */
const REST = 350;

/** The judge with its lists, half a megabyte: loaded where a password is chosen, and nowhere else. */
function useJudge(): Judge | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  useEffect(() => {
    let wanted = true;
    import('../../password/judge').then(
      ({ judgePassword }) => wanted && setJudge(() => judgePassword),
      // Without the judge nothing is said of the strength; the server judges in any case.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return judge;
}

/** What the server will say of this password, by the same rule; null until it is known. */
export function useJudgement(password: string, rule: PasswordRule | null): Judgement | null {
  const judge = useJudge();
  const [judged, setJudged] = useState<{ password: string; judgement: Judgement } | null>(null);
  useEffect(() => {
    if (judge === null || rule === null || password === '') return;
    const timer = setTimeout(() => setJudged({ password, judgement: judge(password, rule) }), REST);
    return () => clearTimeout(timer);
  }, [judge, password, rule]);
  return judged?.password === password ? judged.judgement : null;
}
