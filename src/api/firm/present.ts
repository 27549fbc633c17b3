import { version } from '../../../package.json';
import type { FirmView } from '../../contract/firm';
import type { Logo } from '../../contract/firm-logo';
import type { FirmSettings } from '../../contract/firm-settings';

export const presentFirm = (
  {
    name,
    phone,
    email,
    accentColour,
    defaultLanguage,
    userNames,
    activationWay,
    passwordPreset,
  }: FirmSettings,
  { logo }: Logo,
): FirmView => ({
  name,
  phone,
  email,
  accentColour,
  defaultLanguage,
  userNames,
  activationWay,
  passwordPreset,
  logo,
  version,
});
