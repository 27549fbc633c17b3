import { useFirm } from './firm';

/** The firm's logo (R12), or its name where it has none. */
export function FirmBrand() {
  const { name, logo } = useFirm();
  return logo === null ? <>{name}</> : <img className="brand-logo" src={logo} alt={name} />;
}
