import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { Link, type LinkProps } from 'react-router-dom';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'icon';

interface Kind {
  kind?: ButtonKind;
}

/** One primary button a page; the others are plain, quiet, or an icon with an aria-label. */
export const Button = ({ kind = 'plain', ...props }: Omit<ButtonProps, 'className'> & Kind) => (
  <AriaButton {...props} className={`button ${kind}`} />
);

/** A link that looks like a button: it leads to another page of the portal. */
export const ButtonLink = ({ kind = 'plain', ...props }: Omit<LinkProps, 'className'> & Kind) => (
  <Link {...props} className={`button ${kind}`} />
);
