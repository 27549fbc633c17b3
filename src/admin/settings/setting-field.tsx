import { Grid, Textarea } from '@strapi/design-system';
import type { FirmSetting } from '../../contract/firm-settings';
import { ChoiceField, FieldBox, TextField } from '../ui/fields';
import type { Form } from '../ui/form';
import { useSay, type Say, type Word } from '../words';
import { AccentField } from './accent-field';
import { boundsOf, CHOICES, SWITCH } from './groups';
import { isList, type Typed } from './typed';

const hintOf = (name: FirmSetting, say: Say): string => {
  const bounds = boundsOf(name);
  const hint = say(`desk.settings.hint.${name}`);
  return bounds === undefined ? hint : `${hint} ${say('desk.settings.bounds', bounds)}`;
};

const choiceWord = (name: FirmSetting, choice: string): Word =>
  (CHOICES[name] === SWITCH
    ? `desk.settings.switch.${choice}`
    : name === 'defaultLanguage'
      ? `desk.language.${choice}`
      : `desk.settings.choice.${name}.${choice}`) as Word;

interface SettingFieldProps {
  name: FirmSetting;
  form: Form<Typed>;
}

/** One setting: a choice, a list or a line, with what it does and what it may be. */
export const SettingField = ({ name, form: { values, change, faultOf } }: SettingFieldProps) => {
  const say = useSay();
  const box = {
    name,
    label: say(`desk.settings.name.${name}`),
    hint: hintOf(name, say),
    fault: faultOf(name),
  };
  const field = { ...box, value: values[name], onChange: (text: string) => change({ [name]: text }) };
  const choices = CHOICES[name];
  if (choices !== undefined)
    return <ChoiceField {...field} choices={choices} wordOf={(choice) => say(choiceWord(name, choice))} />;
  if (isList(name))
    return (
      <FieldBox {...box}>
        <Textarea value={values[name]} onChange={(event) => change({ [name]: event.currentTarget.value })} />
      </FieldBox>
    );
  if (name === 'accentColour') return <AccentField {...field} />;
  return <TextField {...field} type={boundsOf(name) === undefined ? 'text' : 'number'} />;
};

/** A setting in its place: two beside each other where there is room. */
export const SettingPlace = (props: SettingFieldProps) => (
  <Grid.Item col={isList(props.name) ? 12 : 6} xs={12} alignItems="flex-start">
    <SettingField {...props} />
  </Grid.Item>
);
